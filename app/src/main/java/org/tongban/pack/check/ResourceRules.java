package org.tongban.pack.check;

import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackText;

/**
 * A shared resource has a provider that is there, says under which condition it is shared or by
 * which law it is not, and stands for a type of certificate that is known.
 */
final class ResourceRules implements PackRule {

    private static final String SHARE = "share";

    @Override
    public void check(Pack pack) {
        var once = new Pack.OnceInAll();
        pack.files().keySet().stream()
                .filter(file -> file.startsWith(PackText.RESOURCES))
                .forEach(file -> check(pack.file(file), file, pack, once));
    }

    private static void check(Node resource, String file, Pack pack, Pack.OnceInAll once) {
        var sheet = pack.sheet(file);
        once.check(resource, "", sheet);
        if (!file.equals(PackText.RESOURCES + resource.text("key") + ".yaml")) {
            sheet.error(resource, "", "key", "文件名和 key 不一样");
        }
        if (!pack.known().agencies().contains(resource.text("provider"))) {
            sheet.error(resource, "", "provider", "没有部门“" + resource.text("provider") + "”");
        }
        var standsFor = resource.text("standsFor");
        if (!standsFor.isEmpty() && !pack.known().certificates().contains(standsFor)) {
            sheet.error(resource, "", "standsFor", "没有证照类型“" + standsFor + "”");
        }
        if (resource.text(SHARE).equals("conditional") && resource.text("condition").isEmpty()) {
            sheet.error(resource, "", SHARE, "有条件共享的，要写明条件 condition");
        }
        if (resource.text(SHARE).equals("none") && resource.text("basis").isEmpty()) {
            sheet.error(resource, "", SHARE, "不予共享的，要写明依据 basis");
        }
        if (resource.text(SHARE).equals("none") && !resource.text("register").isEmpty()) {
            sheet.error(resource, "", "register", "不予共享的，不接登记库");
        }
        sheet.unique(resource.list("items"), "items", "key");
    }
}
