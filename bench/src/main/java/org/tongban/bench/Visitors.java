package org.tongban.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The people of {@code bench web}: each has signed in once, as in the morning of a working day. */
final class Visitors {

    private static final int CASES = 2_000;

    /**
     * Only cases that the engine told: what is encrypted in a case is bound to its id, and a copy's
     * cannot be read.
     */
    private static final String TOLD = "case_id::text NOT LIKE '%-0000-7000-8000-%'";

    private static final String FORM_ITEM = "elder-allowance";

    private final ReadHouse house;
    private final HttpClient reviewer;
    private final HttpClient clerk;
    private final HttpClient supervisor;
    private final HttpClient citizen;
    private final HttpClient stranger;
    private final List<String> reviewed;
    private final List<String> mine;
    private final String draft;
    private final Map<String, String> answers;
    private final AtomicInteger turn = new AtomicInteger();

    /** Asks for one page; the status of the answer. */
    interface Visit {
        int go() throws IOException, InterruptedException;
    }

    Visitors(ReadHouse house, DataSource database)
            throws IOException, InterruptedException, SQLException {
        this.house = house;
        reviewer = house.reader("/staff/sign-in", "market1");
        clerk = house.reader("/staff/sign-in", "counter1");
        supervisor = house.reader("/staff/sign-in", "supervisor1");
        citizen = house.reader("/sign-in", "weilan");
        stranger = house.reader("", "");
        reviewed =
                column(
                        database,
                        "SELECT case_id FROM case_task WHERE state = 'open' AND post_key = 'market-review' AND "
                                + TOLD
                                + " LIMIT "
                                + CASES);
        mine =
                column(
                        database,
                        "SELECT case_no FROM case_file JOIN account USING (account_id) WHERE login = 'weilan' AND "
                                + TOLD
                                + " LIMIT "
                                + CASES);
        if (reviewed.isEmpty() || mine.isEmpty()) {
            throw new BenchFailed("nobody has a case to look at");
        }
        var begun =
                house.post(
                        citizen,
                        "/apply/" + FORM_ITEM,
                        Map.of(
                                "as",
                                "self",
                                "q.who",
                                "self",
                                "_csrf",
                                house.token(citizen, "/apply/" + FORM_ITEM)));
        draft = begun.uri().getPath().replaceFirst("(/drafts/[^/]+).*", "$1");
        answers =
                Map.of(
                        "f.elderName",
                        "吴某珍",
                        "f.elderId",
                        "990101197609170281",
                        // Not of this county: the page comes back with the message at the field.
                        "f.town",
                        "110000000000",
                        "f.residence",
                        "凤凰社区 3 号",
                        "f.livingWith",
                        "alone",
                        "_csrf",
                        house.token(citizen, draft + "/form/1"));
    }

    int worklist() throws IOException, InterruptedException {
        return house.status(reviewer, "/staff/todo");
    }

    /** A look at a case of one's post: decrypted, and written down. */
    int caseToReview() throws IOException, InterruptedException {
        return house.status(reviewer, "/staff/cases/" + next(reviewed));
    }

    int desk() throws IOException, InterruptedException {
        return house.status(clerk, "/staff/desk");
    }

    int late() throws IOException, InterruptedException {
        return house.status(supervisor, "/staff/late");
    }

    int myThings() throws IOException, InterruptedException {
        return house.status(citizen, "/my");
    }

    int myCase() throws IOException, InterruptedException {
        return house.status(citizen, "/my/cases/" + next(mine));
    }

    int guide() throws IOException, InterruptedException {
        return house.status(stranger, "/items/food-business-new");
    }

    int search() throws IOException, InterruptedException {
        return house.status(stranger, "/search?q=%E5%BC%80%E9%A5%AD%E9%A6%86");
    }

    /** A page of a form that is checked, kept, and comes back with a message. */
    int form() throws IOException, InterruptedException {
        HttpResponse<String> answer = house.post(citizen, draft + "/form/1", answers);
        return answer.statusCode() == 422 ? 200 : answer.statusCode();
    }

    /** Somebody new: the page, then the password. */
    int signIn() throws IOException, InterruptedException {
        house.reader("/sign-in", "panzhong");
        return 200;
    }

    private String next(List<String> of) {
        return of.get(Math.floorMod(turn.incrementAndGet() * 7919, of.size()));
    }

    private static List<String> column(DataSource database, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) values.add(rows.getString(1));
        }
        return values;
    }
}
