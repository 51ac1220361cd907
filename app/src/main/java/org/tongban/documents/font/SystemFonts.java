package org.tongban.documents.font;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds a font for Chinese text on this machine: the one that the setting {@code TONGBAN_FONT}
 * names, or the first of those that systems bring, a Song face before a Hei face because papers of
 * the state are set in Song.
 */
public final class SystemFonts {

    /** What to do on a machine that has none; for doctor and for the log. */
    public static final String ADVICE =
            "没有找到中文字体，制不出 OFD 和 PDF 文件；请安装 fonts-noto-cjk（Debian、Ubuntu）"
                    + "或 google-noto-serif-cjk-fonts（Fedora、openEuler），或者用 TONGBAN_FONT 指明字体文件";

    private static final List<Path> USUAL =
            List.of(
                    Path.of("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
                    Path.of(
                            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/truetype/arphic/uming.ttc"),
                    Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
                    Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
                    Path.of("/System/Library/Fonts/Supplemental/Songti.ttc"),
                    Path.of("C:/Windows/Fonts/simsun.ttc"));

    private SystemFonts() {}

    /**
     * The file to set documents with.
     *
     * @param stated the setting; blank when there is none
     */
    public static Optional<Path> find(String stated) {
        return stated.isBlank()
                ? USUAL.stream().filter(Files::isReadable).findFirst()
                : Optional.of(Path.of(stated.strip())).filter(Files::isReadable);
    }
}
