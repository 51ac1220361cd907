-- x
CREATE TABLE probe (id int PRIMARY KEY);
