package org.tongban.database;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them for this kind of machine. */
record PostgresBinaries(Path folder) {

    /** Changes with the version of the binaries, so that an update unpacks anew. */
    private static final String VERSION = "18.6.0";

    /**
     * Unpacks the programs below {@code parent} unless they are there already. A half-unpacked
     * folder is never used: the work happens beside it and ends in one rename.
     */
    static PostgresBinaries unpackedBelow(Path parent) throws IOException {
        var ready = parent.resolve(VERSION);
        if (Files.isExecutable(ready.resolve("bin/postgres"))) {
            return new PostgresBinaries(ready);
        }
        Files.createDirectories(parent);
        var work = Files.createTempDirectory(parent, "unpacking-");
        if (!hasUnpackedNatively(work)) unpack(work);
        try {
            Files.move(work, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException someoneElseWasFaster) {
            // The same version, unpacked by another process in the meantime.
        }
        return new PostgresBinaries(ready);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /**
     * By the system's own tar, where it has one that reads this format: a fifth of the time of
     * ours, which a first start waits for.
     */
    private static boolean hasUnpackedNatively(Path work) throws IOException {
        try (var archive = archive()) {
            var tar =
                    new ProcessBuilder("tar", "--no-same-owner", "-xJf", "-", "-C", work.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            try (var into = tar.getOutputStream()) {
                archive.transferTo(into);
            }
            return tar.waitFor() == 0 && Files.isExecutable(work.resolve("bin/postgres"));
        } catch (IOException noTar) {
            // Ours writes over whatever there is, and says what is wrong with the disk.
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking PostgreSQL", stopped);
        }
    }

    private static void unpack(Path work) throws IOException {
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                unpack(tar, entry, work);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path work)
            throws IOException {
        var target = work.resolve(entry.getName()).normalize();
        if (!target.startsWith(work)) {
            throw new IOException("archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch");
        var name =
                (system.contains("mac") ? "darwin" : "linux")
                        + (machine.contains("aarch64") ? "-arm_64" : "-x86_64");
        var archive = PostgresBinaries.class.getResourceAsStream("/postgres-" + name + ".txz");
        if (archive == null) {
            throw new IOException(
                    "程序没有带适合本机（%s %s）的 PostgreSQL；请自备 PostgreSQL 15—18，并设置 TONGBAN_DB_URL。"
                            .formatted(system, machine));
        }
        return archive;
    }
}
