package org.tongban.pack.check;

import java.util.Set;
import org.tongban.pack.text.Node;

/** Posts reach as far as they say, people hold posts that there are. */
final class StaffRules implements PackRule {

    private static final String FILE = "staff.yaml";

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet(FILE);
        var posts = pack.file(FILE).list("posts");
        var people = pack.file(FILE).list("people");
        sheet.unique(posts, "posts", "key");
        sheet.unique(people, "people", "login");
        sheet.unique(people, "people", "staffNo");
        FaultSheet.each(posts, "posts", (post, path) -> post(post, path, pack.known(), sheet));
        FaultSheet.each(
                people,
                "people",
                (person, path) -> person(person, path, pack.known().posts().keySet(), sheet));
    }

    private static void post(Node post, String path, Known known, FaultSheet sheet) {
        sheet.reference(post, path, "agency", known.agencies(), "agencies.yaml 里的部门");
        sheet.reference(post, path, "window", known.windows(), "centres.yaml 里的窗口");
        if (post.text("scope").equals("agency") && post.at("agency").isEmpty()) {
            sheet.error(post, path, "scope", "管本部门的岗位要写明 agency");
        }
        if (post.text("scope").equals("window") && post.at("window").isEmpty()) {
            sheet.error(post, path, "scope", "管本窗口的岗位要写明 window");
        }
    }

    private static void person(Node person, String path, Set<String> posts, FaultSheet sheet) {
        FaultSheet.each(
                person.list("posts"),
                path + ".posts",
                (post, below) -> sheet.known(post, below, posts, "本文件 posts 里的岗位"));
    }
}
