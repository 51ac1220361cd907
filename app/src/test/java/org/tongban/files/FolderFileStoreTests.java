package org.tongban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.files.SampleFiles.bytes;
import static org.tongban.files.SampleFiles.pdf;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.crypto.DecryptionFailed;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.KeyFolder;
import org.tongban.crypto.Sm3;

class FolderFileStoreTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final Path folder;
    private final FieldCipher cipher;
    private final FolderFileStore store;

    FolderFileStoreTests(@TempDir Path home) {
        folder = home.resolve("files");
        cipher = new KeyFolder(home.resolve("keys")).open(true).fieldCipher();
        store = store(0);
    }

    @Test
    void whatWasPutComesBackUnderItsHash() throws IOException {
        var file = put(pdf("/Title (平面图)"));

        assertThat(file.sm3()).isEqualTo(Sm3.hex(pdf("/Title (平面图)")));
        assertThat(file.size()).isEqualTo(pdf("/Title (平面图)").length);
        assertThat(file.mediaType()).isEqualTo(MediaType.PDF);
        assertThat(store.holds(file.sm3())).isTrue();
        try (var content = store.open(file.sm3())) {
            assertThat(content.readAllBytes()).isEqualTo(pdf("/Title (平面图)"));
        }
    }

    @Test
    void onTheDiskTheContentCannotBeRead() throws IOException {
        var file = put(pdf("/Title (990101199001010019)"));

        var raw = new String(Files.readAllBytes(place(file.sm3())), StandardCharsets.ISO_8859_1);

        assertThat(raw).doesNotContain("990101199001010019").doesNotContain("%PDF");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void identicalContentIsKeptOnce() throws IOException {
        put(pdf(""));
        var before = Files.readAllBytes(place(Sm3.hex(pdf(""))));

        put(pdf(""));

        assertThat(files()).hasSize(1);
        assertThat(Files.readAllBytes(place(Sm3.hex(pdf(""))))).isEqualTo(before);
    }

    @Test
    void manyWritersOfOneContentAllSucceed() throws Exception {
        Callable<StoredFile> task = () -> put(pdf("/A 1"));

        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = threads.invokeAll(IntStream.range(0, 64).mapToObj(_ -> task).toList());
            for (var one : all) assertThat(one.get().sm3()).isEqualTo(Sm3.hex(pdf("/A 1")));
        }

        assertThat(files()).hasSize(1);
        assertThat(parts()).isEmpty();
    }

    @Test
    void whatACrashLeftIsClearedAwayAndWhatIsUnderWayIsNot() throws IOException {
        var old = Files.write(folder.resolve("part/old"), bytes("half"));
        var young = Files.write(folder.resolve("part/young"), bytes("half"));
        Files.setLastModifiedTime(old, FileTime.from(NOON.minusSeconds(2 * 3600)));
        Files.setLastModifiedTime(young, FileTime.from(NOON.minusSeconds(60)));

        store(0);

        assertThat(parts()).containsExactly(young);
    }

    @Test
    void aFileChangedOnTheDiskIsNoticed() throws IOException {
        var place = place(put(pdf("")).sm3());
        var raw = Files.readAllBytes(place);
        raw[raw.length / 2] ^= 1;
        Files.write(place, raw);

        assertThatThrownBy(() -> store.open(Sm3.hex(pdf("")))).isInstanceOf(DecryptionFailed.class);
    }

    @Test
    void aFileCutOffOnTheDiskIsMadeWholeByTheNextPut() throws IOException {
        var place = place(put(pdf("")).sm3());
        Files.write(place, bytes("cut"));

        put(pdf(""));

        try (var content = store.open(Sm3.hex(pdf("")))) {
            assertThat(content.readAllBytes()).isEqualTo(pdf(""));
        }
    }

    @Test
    void tooManyBytesAreRefusedWithoutReadingThemAll() throws IOException {
        var limits = new FileLimits(FileLimits.STANDARD.allowed(), 100, 1000, 100);
        var content = new ByteArrayInputStream(new byte[10_000]);

        assertThat(store.put(content, limits))
                .isEqualTo(new Receipt.Rejected(FileFault.TOO_LARGE, "> 100"));
        assertThat(content.available()).isEqualTo(10_000 - 101);
    }

    @Test
    void whatIsRefusedLeavesNothing() throws IOException {
        assertThat(store.put(new ByteArrayInputStream(bytes("<html>")), FileLimits.STANDARD))
                .isInstanceOf(Receipt.Rejected.class);

        assertThat(files()).isEmpty();
        assertThat(parts()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> store.open("0".repeat(64))).isInstanceOf(FileMissing.class);
        assertThatThrownBy(() -> store.open("../../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDatabasesReserveIsNotTouched() {
        var full = store(Long.MAX_VALUE / 2);

        assertThatThrownBy(() -> full.put(new ByteArrayInputStream(pdf("")), FileLimits.STANDARD))
                .isInstanceOf(StorageFull.class);
    }

    @Test
    @EnabledIf("hasAFullDevice")
    void aFullDiskIsToldFromOtherFailures() throws IOException {
        try (var full = new FileOutputStream("/dev/full")) {
            full.write(1);
        } catch (IOException e) {
            assertThat(StorageFailed.because(e)).isInstanceOf(StorageFull.class);
            assertThat(StorageFailed.because(new IOException("Input/output error")))
                    .isNotInstanceOf(StorageFull.class);
            return;
        }
        throw new AssertionError("a full device took a byte");
    }

    @Test
    void aFullDiskIsKnownOnAMachineSetToChinese() {
        assertThat(StorageFailed.because(new IOException("设备上没有空间")))
                .isInstanceOf(StorageFull.class);
    }

    static boolean hasAFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    private FolderFileStore store(long reservedBytes) {
        return new FolderFileStore(
                folder, cipher, Clock.fixed(NOON, ZoneOffset.UTC), reservedBytes);
    }

    private StoredFile put(byte[] content) throws IOException {
        return switch (store.put(new ByteArrayInputStream(content), FileLimits.STANDARD)) {
            case Receipt.Stored(var file) -> file;
            case Receipt.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private Path place(String sm3) {
        return folder.resolve(sm3.substring(0, 2)).resolve(sm3.substring(2, 4)).resolve(sm3);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> parts() throws IOException {
        try (var all = Files.list(folder.resolve("part"))) {
            return all.toList();
        }
    }
}
