package org.tongban.documents.ofd;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tongban.documents.CheckRefused;
import org.tongban.documents.CheckReport.Refusal;

/**
 * One element of an XML file from outside. Read without document types, entities or anything from
 * elsewhere, within limits of size, depth and number.
 */
final class XmlElement {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 20_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name) {
        this.name = name;
    }

    static XmlElement read(byte[] xml) throws CheckRefused {
        if (xml.length > MOST_BYTES) throw new CheckRefused(Refusal.BOMB);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true); // to see one and refuse it
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("nothing is fetched from elsewhere");
                });
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Readers of XML throw runtime exceptions of several kinds on damaged input.
            throw new CheckRefused(Refusal.DAMAGED, e);
        }
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, CheckRefused {
        var open = new ArrayDeque<XmlElement>();
        var document = new XmlElement("");
        open.push(document);
        var count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new CheckRefused(Refusal.HOSTILE);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw new CheckRefused(Refusal.BOMB);
                    }
                    var element = new XmlElement(reader.getLocalName());
                    for (var at = 0; at < reader.getAttributeCount(); at++) {
                        element.attributes.put(
                                reader.getAttributeLocalName(at), reader.getAttributeValue(at));
                    }
                    current(open).children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        current(open).text.append(reader.getText());
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return document;
    }

    private static XmlElement current(ArrayDeque<XmlElement> open) {
        return open.getFirst();
    }

    /** The children of this name, in order. */
    List<XmlElement> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** The only child of this name; empty when there is none, refused when there are several. */
    Optional<XmlElement> one(String child) throws CheckRefused {
        var found = all(child);
        if (found.size() > 1) throw new CheckRefused(Refusal.SEVERAL);
        return found.stream().findFirst();
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    String text() {
        return text.toString().strip();
    }
}
