package org.tongban.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second instance off the folder. The operating system drops the lock when the process
 * ends, however it ends, so a power cut leaves nothing stale behind.
 */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws HomeUnusable when another instance has it
     */
    public static HomeLock take(Home home) {
        var file = home.folder().resolve("tongban.lock");
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new HomeLock(channel);
                }
            } catch (OverlappingFileLockException sameProcess) {
                // Falls through: two instances in one process are two instances.
            }
            channel.close();
        } catch (IOException unreadable) {
            throw new HomeUnusable("无法锁定 " + file + "。", unreadable);
        }
        throw new HomeUnusable(
                "数据目录 " + home.folder() + " 正被另一个通办程序使用；请先停掉它，或用 TONGBAN_HOME 换一个目录。");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
