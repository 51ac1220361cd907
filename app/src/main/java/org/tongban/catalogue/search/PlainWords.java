package org.tongban.catalogue.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes from a question what says nothing about its subject. */
final class PlainWords {

    /** What is typed beyond this is not looked at: nobody asks in more. */
    static final int MOST_CHARACTERS = 100;

    /** Longer ones first: 我想要 goes whole before 我想 could leave 要. */
    private static final List<String> SAY_NOTHING =
            List.of(
                    "需要什么材料", "要什么材料", "需要哪些材料", "需要什么手续", "要什么手续", "要带什么", "怎么才能", "请问一下", "要办什么",
                    "要办啥", "办什么", "应该怎么", "我想要", "我需要", "多少钱", "多久", "怎么办理", "如何办理", "怎么申请", "如何申请",
                    "怎么领取", "怎么弄", "怎么办", "怎样办", "怎么报", "怎么处理", "找哪个", "找谁", "在哪里", "去哪里", "到哪里",
                    "在哪儿", "在哪", "请问", "我想", "我要", "想要", "怎么", "怎样", "如何", "咋办", "咋弄", "咋", "哪里",
                    "哪儿", "哪个", "一下", "一家", "一个", "一张", "一份", "一辆", "一间", "办理", "手续", "需要", "可以",
                    "能不能", "是不是", "行不行", "要不要", "有没有", "帮我", "给我", "我的", "我家", "自己", "一处", "你好",
                    "您好", "谢谢", "什么", "哪些", "我", "你", "想", "要", "去", "的", "了", "吗", "呢", "吧", "啊",
                    "个", "把", "办", "啥", "能");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

    private PlainWords() {}

    /**
     * Letters, digits and Chinese characters only, half-width and small, the rest as single spaces;
     * at most {@value #MOST_CHARACTERS}.
     */
    static String of(String typed) {
        // Whatever was typed, no more than this is worth the work of making it plain.
        var looked =
                typed.length() > MOST_CHARACTERS * 4
                        ? typed.substring(0, MOST_CHARACTERS * 4)
                        : typed;
        return shortened(plain(looked));
    }

    /** As {@link #of} for the place's own texts, which are not cut. */
    static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    private static String shortened(String plain) {
        if (plain.codePointCount(0, plain.length()) <= MOST_CHARACTERS) return plain;
        return plain.substring(0, plain.offsetByCodePoints(0, MOST_CHARACTERS)).strip();
    }

    /**
     * Which characters of a plain text say something. All of them when it has nothing but words
     * that do not.
     *
     * @param isWord whether two neighbouring characters belong together in the place's own texts: 个
     *     says nothing, but in 个体户 it does
     */
    static boolean[] telling(String plain, Predicate<String> isWord) {
        var telling = new boolean[plain.length()];
        Arrays.fill(telling, true);
        for (var word : SAY_NOTHING) {
            for (var at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                if (!allTelling(telling, at, word.length())
                        || (word.length() == 1 && isPartOfWord(plain, at, isWord))) {
                    continue;
                }
                Arrays.fill(telling, at, at + word.length(), false);
            }
        }
        for (var i = 0; i < plain.length(); i++) {
            if (telling[i] && plain.charAt(i) != ' ') return telling;
        }
        Arrays.fill(telling, true);
        return telling;
    }

    private static boolean allTelling(boolean[] telling, int from, int length) {
        for (var i = from; i < from + length; i++) {
            if (!telling[i]) return false;
        }
        return true;
    }

    private static boolean isPartOfWord(String plain, int at, Predicate<String> isWord) {
        return (at > 0 && isWord.test(plain.substring(at - 1, at + 1)))
                || (at + 1 < plain.length() && isWord.test(plain.substring(at, at + 2)));
    }
}
