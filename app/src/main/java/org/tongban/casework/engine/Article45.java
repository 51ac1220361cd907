package org.tongban.casework.engine;

import java.util.List;
import org.tongban.law.LegalBasis;

/**
 * The procedures whose time is not counted: the eight that the article names, and no others. A site
 * visit or a public announcement is not among them and does not stop the clock.
 */
@LegalBasis("licensing/45")
public final class Article45 {

    public static final List<String> KINDS =
            List.of("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审");

    static final String NAME = "行政许可法第四十五条";

    static final String HEARING = "听证";

    private Article45() {}
}
