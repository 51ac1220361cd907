package org.tongban.packages.merge;

/** How much of the items a merged form takes. */
public interface Taken {

    /** Everything but what results bring later. */
    Taken BEFORE_SENDING =
            new Taken() {
                @Override
                public boolean questions(Chosen one) {
                    return true;
                }

                @Override
                public boolean field(Chosen one, String field) {
                    return !one.laterFields().contains(field);
                }

                @Override
                public boolean material(Chosen one, String material) {
                    return !one.standingMaterials().contains(material);
                }
            };

    /** Whether what the item asks about the situation is asked. */
    boolean questions(Chosen one);

    /** Whether a question of the item's form is asked. */
    boolean field(Chosen one, String field);

    /** Whether a paper of the item is asked for. */
    boolean material(Chosen one, String material);

    /** Under which key a paper is brought. */
    default String paper(String key) {
        return key;
    }

    /** Whether questions are asked only under the items' own conditions. */
    default boolean isConditional() {
        return true;
    }

    /** Whether somebody has said already that every paper is wanted, whatever the conditions. */
    default boolean isEveryPaperWanted() {
        return false;
    }
}
