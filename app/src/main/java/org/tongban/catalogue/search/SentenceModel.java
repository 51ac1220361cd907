package org.tongban.catalogue.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The model of {@link BgeSmallZhV15QuantizedEmbeddingModel}, whose threads rest when there is no
 * sentence. Left to itself the runtime keeps them turning in wait of the next one, on the very
 * processors that the page and the database need: on two cores a sentence took twice as long.
 */
final class SentenceModel extends AbstractInProcessEmbeddingModel {

    private static final String FILE = "bge-small-zh-v1.5-q.onnx";
    private static final String TOKENS = "bge-small-zh-v1.5-q-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    private SentenceModel(OnnxBertBiEncoder encoder) {
        super(Runnable::run);
        this.encoder = encoder;
    }

    /** Takes a second. */
    static SentenceModel load() {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new SessionOptions();
                var file = carried(FILE);
                var tokens = carried(TOKENS)) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            var session = environment.createSession(file.readAllBytes(), options);
            return new SentenceModel(
                    new OnnxBertBiEncoder(environment, session, tokens, PoolingMode.CLS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (OrtException unfit) {
            throw new IllegalStateException("the model of sentences cannot be loaded", unfit);
        }
    }

    private static InputStream carried(String name) throws IOException {
        var stream = BgeSmallZhV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + name);
        if (stream == null) throw new FileNotFoundException(name);
        return stream;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
