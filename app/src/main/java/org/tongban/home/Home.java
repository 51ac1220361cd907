package org.tongban.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The data folder. Readable by its owner only, because keys and papers of citizens lie in it.
 *
 * @param folder exists after {@link #prepare()}
 */
public record Home(Path folder) {

    /**
     * Below this the database could not even finish a checkpoint; starting would end in the middle.
     */
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    /**
     * Where {@code TONGBAN_HOME} says, else the user's data directory.
     *
     * @param environment as of {@link System#getenv()}
     */
    public static Home of(Map<String, String> environment) {
        var stated = environment.getOrDefault("TONGBAN_HOME", "");
        if (!stated.isBlank()) {
            return new Home(Path.of(stated).toAbsolutePath().normalize());
        }
        var dataDirectory = environment.getOrDefault("XDG_DATA_HOME", "");
        var parent =
                dataDirectory.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(dataDirectory);
        return new Home(parent.resolve("tongban").toAbsolutePath().normalize());
    }

    /**
     * Makes the folder if it is missing and checks that it can be written and has room.
     *
     * @throws HomeUnusable in words for the person who started the program
     */
    public void prepare() {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            // Permissions do not tell: a disk may be mounted for reading only.
            Files.delete(Files.createTempFile(folder, "writable", ""));
        } catch (IOException refused) {
            throw new HomeUnusable(
                    "数据目录 " + folder + " 无法创建或写入；请换一个目录（TONGBAN_HOME）或放开权限。", refused);
        }
        var free = freeBytes();
        if (free < LEAST_FREE_BYTES) {
            throw new HomeUnusable(
                    "数据目录 %s 所在磁盘只剩 %d MB，至少需要 %d MB；请先清理磁盘，或用 TONGBAN_HOME 换一个目录。"
                            .formatted(folder, free >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    /** Free bytes on the disk that holds the folder. */
    public long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreadable) {
            throw new HomeUnusable("读不到数据目录 " + folder + " 所在磁盘的剩余空间。", unreadable);
        }
    }

    public Path database() {
        return folder.resolve("database");
    }

    public Path binaries() {
        return folder.resolve("postgresql");
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    public Path files() {
        return folder.resolve("files");
    }
}
