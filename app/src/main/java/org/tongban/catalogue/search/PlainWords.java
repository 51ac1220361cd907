package org.tongban.catalogue.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Takes from a question what says nothing about its subject. */
final class PlainWords {

    /** Longer ones first: 我想要 goes whole before 我想 could leave 要. */
    private static final List<String> SAY_NOTHING =
            List.of(
                    "需要什么材料", "要什么材料", "需要哪些材料", "要带什么", "怎么才能", "请问一下", "我想要", "我需要", "应该怎么",
                    "在哪里", "去哪里", "到哪里", "多少钱", "多久", "怎么办理", "如何办理", "怎么办", "怎样办", "请问", "我想",
                    "我要", "想要", "怎么", "怎样", "如何", "咋办", "咋", "哪里", "哪儿", "一下", "一家", "一个", "一张",
                    "一份", "一辆", "一间", "办理", "手续", "需要", "可以", "能不能", "是不是", "帮我", "给我", "我的", "我家",
                    "自己", "一处", "你好", "您好", "谢谢", "什么", "我", "想", "要", "去", "的", "了", "吗", "呢", "吧",
                    "啊", "个", "把");

    private PlainWords() {}

    /**
     * The question's subject. Empty when nothing readable is left; the question as it was when only
     * such words were typed.
     */
    static String of(String typed) {
        var all = unshortened(typed);
        var plain = all;
        for (var word : SAY_NOTHING) {
            // A space keeps what stood left and right of it from growing together into a new word.
            plain = plain.replace(word, " ");
        }
        plain = plain.replaceAll(" +", " ").strip();
        return plain.isEmpty() ? all.strip() : plain;
    }

    /** Letters, digits and Chinese characters only, half-width and small; the rest as spaces. */
    static String unshortened(String typed) {
        var cut =
                typed.length() > ItemIndex.MOST_CHARACTERS * 20
                        ? typed.substring(0, ItemIndex.MOST_CHARACTERS * 20)
                        : typed;
        return Normalizer.normalize(cut, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", " ")
                .strip();
    }
}
