package org.tongban.pack.check;

/** Whoever has to come is told why; what is wholly online needs nobody to come. */
final class ItemVisits implements ItemRule {

    private static final String NO_REASON = "无";

    @Override
    public void check(Item item) {
        var node = item.node();
        var visits = node.whole("visits");
        var reason = node.text("visitReason");
        var hasReason = !reason.isBlank() && !reason.equals(NO_REASON);
        if (visits > 0 && !hasReason) {
            item.sheet().error(node, "", "visitReason", "要到现场 " + visits + " 次，就要写明为什么");
        }
        if (visits == 0 && hasReason) {
            item.sheet().error(node, "", "visitReason", "不用到现场的，这里写“无”");
        }
        if (visits > 0 && node.text("onlineDepth").equals("full")) {
            item.sheet().error(node, "", "onlineDepth", "全程网办的事项不用到现场，visits 应当是 0");
        }
    }
}
