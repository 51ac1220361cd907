package org.tongban.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The keys of seals in the folder {@code seals} beside the other keys, one file each, guarded as
 * those are: owner only, written whole, checked when read. Nodes may share the folder; whoever
 * comes first makes a key, the others read it.
 */
public final class FolderSigningDevice implements SigningDevice {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final Path folder;
    private final SecureRandom random;
    private final Map<String, Sm2Signer> held = new ConcurrentHashMap<>();

    /**
     * The device of a folder, which is made with the first key.
     *
     * @param folder {@code <TONGBAN_HOME>/keys/seals}
     */
    public FolderSigningDevice(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    @Override
    public Optional<Sm2Verifier> find(String name) {
        return signer(name).map(Sm2Signer::verifier);
    }

    @Override
    public Sm2Verifier make(String name) {
        return signer(name).orElseGet(() -> made(name)).verifier();
    }

    @Override
    public byte[] sign(String name, byte[] content) {
        return signer(name)
                .orElseThrow(
                        () ->
                                new KeysUnusable(
                                        KeysUnusable.Reason.MISSING,
                                        file(name),
                                        "the key of a seal is not there; put the key folder back"
                                                + " from the backup"))
                .sign(content);
    }

    private Optional<Sm2Signer> signer(String name) {
        var file = file(name);
        var known = held.get(name);
        if (known != null) return Optional.of(known);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            KeyFile.refuseWhenOpenToOthers(folder);
            var signer = new Sm2Signer(KeyFile.read(file, kind(name)), random);
            held.put(name, signer);
            return Optional.of(signer);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** One thread at a time: a process may not take a file lock twice. */
    private synchronized Sm2Signer made(String name) {
        try {
            makeFolder();
            try (var lock =
                            FileChannel.open(
                                    folder.resolve(".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var mine = lock.lock()) {
                assert mine.isValid();
                // Another node may have made it while we waited.
                var file = file(name);
                if (!Files.isRegularFile(file)) {
                    KeyFile.write(file, kind(name), Sm2.newPrivateKey(random));
                }
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
        return signer(name).orElseThrow();
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(folder);
        if (KeyFile.knowsPermissions(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a key: " + name);
        }
        return folder.resolve(name + ".key");
    }

    private static String kind(String name) {
        return "sm2-seal " + name;
    }

    private KeysUnusable unreachable(IOException cause) {
        return new KeysUnusable(
                KeysUnusable.Reason.UNREACHABLE,
                folder,
                "the keys of the seals cannot be read or written: " + cause.getMessage(),
                cause);
    }
}
