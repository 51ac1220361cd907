package org.tongban.pack.check;

import java.util.regex.Pattern;
import org.tongban.codes.ItemCode;
import org.tongban.codes.ItemType;

/** An item's type is one of the table or of a place's own, and its code says the same type. */
final class ItemCodes implements ItemRule {

    /** Types a place may add to those of the table. */
    private static final Pattern OWN_TYPE = Pattern.compile("1[1-9]|2[1-9]");

    private static final int TYPE_AT = 2;
    private static final int TYPE_END = 4;

    @Override
    public void check(Item item) {
        var node = item.node();
        var sheet = item.sheet();
        var type = node.text("type");
        if (ItemType.ofCode(type).isEmpty() && !OWN_TYPE.matcher(type).matches()) {
            sheet.error(node, "", "type", "事项类型“" + type + "”不在表中");
        }
        var code = node.text("catalogCode");
        if (code.isEmpty()) return;
        ItemCode.read(code)
                .fault()
                .ifPresent(
                        fault ->
                                sheet.error(
                                        node,
                                        "",
                                        "catalogCode",
                                        "基本编码不对：" + FaultSheet.words(fault)));
        if (isOfOtherType(code, type)) {
            sheet.error(node, "", "catalogCode", otherType(code, type));
        }
    }

    /** The third and fourth character of a code say the type. */
    static boolean isOfOtherType(String code, String type) {
        return code.length() >= TYPE_END && !code.substring(TYPE_AT, TYPE_END).equals(type);
    }

    static String otherType(String code, String type) {
        return "基本编码第 3、4 位是 " + code.substring(TYPE_AT, TYPE_END) + "，应当和事项类型 " + type + " 一致";
    }
}
