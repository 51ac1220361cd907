package org.tongban.pack.check;

/** A question about the situation offers a choice. */
final class ItemQuestions implements ItemRule {

    @Override
    public void check(Item item) {
        var questions = item.node().list("questions");
        item.sheet().unique(questions, "questions", "key");
        FaultSheet.each(
                questions,
                "questions",
                (question, path) -> {
                    var choices = question.list("choices");
                    item.sheet().unique(choices, path + ".choices", "value");
                    if (choices.size() < 2) {
                        item.sheet().error(question, path, "choices", "至少要有两个选项");
                    }
                });
    }
}
