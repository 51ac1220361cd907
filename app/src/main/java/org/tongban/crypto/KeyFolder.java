package org.tongban.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The folder {@code keys} in which an installation keeps its keys, one file each: {@code
 * sm4-data-0001.key}, {@code hmac-lookup-0001.key}, {@code sm2-signing-0001.key} with its public
 * half {@code sm2-signing-0001.pub.pem}, {@code token-signing-0001.key}. Keys are made at the first
 * start and never again unasked: what is encrypted with a lost key is lost. Nodes that share the
 * folder may start at the same time.
 */
public final class KeyFolder {

    private static final int MOST_KEYS_OF_A_KIND = 9999;
    private static final int KEY_ID_HEX_DIGITS = 16;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /**
     * Touches nothing yet.
     *
     * @param folder {@code <TONGBAN_HOME>/keys}; made when it is not there
     */
    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the keys. Makes those that are not there only for a new database.
     *
     * @param databaseIsNew true when the database holds no data, so that no key can be missed
     * @throws KeysUnusable when the platform must not start with the folder as it is
     */
    public Keys open(boolean databaseIsNew) {
        try {
            if (databaseIsNew) makeFolder();
            if (!Files.isDirectory(folder)) throw missing(folder);
            KeyFile.refuseWhenOpenToOthers(folder);
            try (var lock = lockFile();
                    var held = lock.lock()) {
                assert held.isValid();
                for (var kind : KeyKind.values()) {
                    if (!files(kind).isEmpty()) continue;
                    if (!databaseIsNew) throw missing(file(kind, 1));
                    make(kind, 1);
                }
                return read();
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Adds a data key; from the next {@link #open} on new values are encrypted with it, old ones
     * still decrypt.
     */
    public void addDataKey() {
        addKey(KeyKind.DATA);
    }

    /** Adds a signing key; from the next {@link #open} on it signs, old signatures still verify. */
    public void addSigningKey() {
        addKey(KeyKind.SIGNING);
    }

    private void addKey(KeyKind kind) {
        try (var lock = lockFile();
                var held = lock.lock()) {
            assert held.isValid();
            var last = files(kind).size();
            if (last == 0) throw missing(file(kind, 1));
            if (last == MOST_KEYS_OF_A_KIND) throw new IllegalStateException("too many keys");
            make(kind, last + 1);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Keys read() throws IOException {
        var data = readAll(KeyKind.DATA);
        var signers = new ArrayList<Sm2Signer>();
        for (var key : readAll(KeyKind.SIGNING)) signers.add(new Sm2Signer(key, random));
        return new Keys(
                new FieldCipher(data, random),
                new LookupHash(readAll(KeyKind.LOOKUP).getLast()),
                signers,
                tokenKey(readAll(KeyKind.TOKEN).getLast()));
    }

    private List<byte[]> readAll(KeyKind kind) throws IOException {
        var keys = new ArrayList<byte[]>();
        for (var file : files(kind)) keys.add(KeyFile.read(file, kind));
        return keys;
    }

    /** The files of a kind, oldest first; a number left out means that a file is missing. */
    private List<Path> files(KeyKind kind) throws IOException {
        var name = Pattern.compile(Pattern.quote(kind.label()) + "-\\d{4}\\.key");
        List<Path> files;
        try (var all = Files.list(folder)) {
            files =
                    all.filter(file -> name.matcher(file.getFileName().toString()).matches())
                            .sorted()
                            .toList();
        }
        for (var number = 1; number <= files.size(); number++) {
            if (!files.contains(file(kind, number))) throw missing(file(kind, number));
        }
        return files;
    }

    private void make(KeyKind kind, int number) throws IOException {
        var key = kind.generate(random);
        KeyFile.write(file(kind, number), kind, key);
        if (kind == KeyKind.SIGNING) {
            var open = folder.resolve("%s-%04d.pub.pem".formatted(kind.label(), number));
            KeyFile.writeWhole(open, new Sm2Signer(key, random).verifier().pem());
        }
    }

    private Path file(KeyKind kind, int number) {
        return folder.resolve("%s-%04d.key".formatted(kind.label(), number));
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        if (parent != null && KeyFile.knowsPermissions(parent)) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectory(folder);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Keys.TokenKey tokenKey(byte[] pkcs8) throws IOException {
        if (!(PrivateKeyFactory.createKey(pkcs8) instanceof ECPrivateKeyParameters secret)) {
            throw new IOException("the token key is not a key on an elliptic curve");
        }
        // The public half is computed, so that the two halves can never be of different pairs.
        var curve = secret.getParameters();
        var point = curve.getG().multiply(secret.getD()).normalize();
        var open =
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                                new ECPublicKeyParameters(point, curve))
                        .getEncoded();
        try {
            var factory = KeyFactory.getInstance("EC");
            var pair =
                    new KeyPair(
                            factory.generatePublic(new X509EncodedKeySpec(open)),
                            factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            return new Keys.TokenKey(Sm3.hex(open).substring(0, KEY_ID_HEX_DIGITS), pair);
        } catch (GeneralSecurityException e) {
            throw new IOException("the token key cannot be read", e);
        }
    }

    private static KeysUnusable missing(Path where) {
        return new KeysUnusable(
                KeysUnusable.Reason.MISSING,
                where,
                "not there, although the database holds data written with it; put the key folder"
                        + " back from the backup");
    }

    private KeysUnusable unreachable(IOException cause) {
        return new KeysUnusable(
                KeysUnusable.Reason.UNREACHABLE,
                folder,
                "the key folder cannot be read or written: " + cause.getMessage(),
                cause);
    }
}
