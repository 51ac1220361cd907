package org.tongban.pack.check;

import java.util.List;

/** Each item agrees with itself, with the law's rules and with the pack; no two have one key. */
final class ItemRules implements PackRule {

    private static final List<ItemRule> RULES =
            List.of(
                    new ItemPlace(),
                    new ItemCodes(),
                    new ItemTerms(),
                    new ItemVisits(),
                    new ItemQuestions(),
                    new ItemFields(),
                    new ItemMaterials(),
                    new ItemSteps(),
                    new StepDays(),
                    new ItemResult(),
                    new ItemHandling(),
                    new LicenceQuestions(),
                    new CancelledProofDays(),
                    new CatchAll());

    @Override
    public void check(Pack pack) {
        var once = new Pack.OnceInAll();
        pack.items()
                .forEach(
                        (file, node) -> {
                            var sheet = pack.sheet(file);
                            check(Item.of(node, pack.known(), sheet));
                            once.check(node, "", sheet);
                        });
    }

    static void check(Item item) {
        RULES.forEach(rule -> rule.check(item));
    }
}
