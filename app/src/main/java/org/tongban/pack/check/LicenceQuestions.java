package org.tongban.pack.check;

/** The guide of a licence answers at least one question that people ask. */
final class LicenceQuestions implements ItemRule {

    private static final String LICENCE = "01";

    @Override
    public void check(Item item) {
        if (item.node().text("type").equals(LICENCE) && item.node().list("faq").isEmpty()) {
            item.sheet().error(item.node(), "", "faq", "行政许可至少要有一条常见问题");
        }
    }
}
