package org.tongban.certificates.lending;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;

/**
 * The loans of one certificate and the form of another.
 *
 * @param why nothing can be lent now, in words; empty when it can
 */
public record LoansPage(
        String stylesheet,
        String name,
        String back,
        String action,
        List<FieldView> fields,
        List<Line> loans,
        String why,
        ErrorSummary errors) {

    /**
     * One loan.
     *
     * @param address of the borrower's page, to be passed on; empty when it is no use any more
     * @param takeBack where it is taken back; empty when it cannot be
     */
    public record Line(
            String borrower,
            String purpose,
            String terms,
            Tag state,
            String address,
            String takeBack) {}

    public LoansPage {
        fields = List.copyOf(fields);
        loans = List.copyOf(loans);
    }
}
