package org.tongban.openapi.problem;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the bodies of requests: at most so large and so deep, nothing unknown, nothing twice, no
 * type taken for another. A slip in a name is told, not lost.
 */
@Component
public final class StrictJson extends AbstractHttpMessageConverter<RequestBodyRecord> {

    /** The longest form has some twenty fields of 2000 characters. */
    static final int MOST_BYTES = 512 * 1024;

    /** The deepest body has four levels. */
    private static final int MOST_DEPTH = 16;

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;

    /** Shown back to the sender; longer ones are cut. */
    private static final int LONGEST_SHOWN = 60;

    private final JsonMapper mapper = mapper();
    private final Words words;

    StrictJson(Words words) {
        super(MediaType.APPLICATION_JSON);
        this.words = words;
    }

    private static JsonMapper mapper() {
        var limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(MOST_BYTES)
                        .build();
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> {
                            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        })
                .build();
    }

    @Override
    protected boolean supports(Class<?> type) {
        return RequestBodyRecord.class.isAssignableFrom(type);
    }

    @Override
    protected RequestBodyRecord readInternal(
            Class<? extends RequestBodyRecord> type, HttpInputMessage sent) throws IOException {
        var body = sent.getBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refused.because(ProblemCode.TOO_LARGE);
        }
        return read(body, type);
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            var read = mapper.readValue(body, type);
            if (read == null) {
                throw Refused.because(ProblemCode.INVALID, List.of(wrongType("")));
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            throw invalid(
                    words.fault(
                            pointer(unknown),
                            "unknown-property",
                            shown(String.valueOf(unknown.getPropertyName()))));
        } catch (InvalidTypeIdException unknown) {
            throw invalid(
                    words.fault(
                            pointer(unknown) + "/act",
                            "unknown-act",
                            shown(String.valueOf(unknown.getTypeId()))));
        } catch (InvalidFormatException unreadable) {
            throw invalid(
                    unreadable.getTargetType() == UUID.class
                            ? words.fault(pointer(unreadable), "not-uuid", "")
                            : wrongType(pointer(unreadable)));
        } catch (MismatchedInputException mismatch) {
            throw invalid(wrongType(pointer(mismatch)));
        } catch (DatabindException refused) {
            throw refused.getCause() instanceof Refused known
                    ? known
                    : invalid(wrongType(pointer(refused)));
        } catch (JacksonException malformed) {
            throw Refused.because(ProblemCode.MALFORMED_JSON);
        }
    }

    private Fault wrongType(String pointer) {
        return words.fault(pointer, "wrong-type", "");
    }

    private static Refused invalid(Fault fault) {
        return Refused.because(ProblemCode.INVALID, List.of(fault));
    }

    private static String pointer(DatabindException where) {
        return Fault.pointer(
                where.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? Integer.toString(step.getIndex())
                                                : shown(step.getPropertyName()))
                        .toArray(String[]::new));
    }

    private static String shown(String sent) {
        return sent.length() > LONGEST_SHOWN ? sent.substring(0, LONGEST_SHOWN) + "…" : sent;
    }

    @Override
    public boolean canWrite(
            Class<?> type,
            org.springframework.http.@org.jspecify.annotations.Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(RequestBodyRecord body, HttpOutputMessage answer) {
        throw new UnsupportedOperationException("requests are read, never written");
    }
}
