package org.tongban.casework.apply;

import java.util.List;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.web.ErrorSummary;

/** All materials that this applicant needs, one block each. */
public record MaterialsPage(
        String path, String item, List<MaterialBlock> materials, ErrorSummary errors) {}
