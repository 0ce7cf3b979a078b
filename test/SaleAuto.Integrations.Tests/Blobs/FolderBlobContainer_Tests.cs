using System.Text;

namespace SaleAuto.Blobs;

public sealed class FolderBlobContainer_Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    private FolderBlobContainer Blobs => new(Path.Combine(_folder, "blobs"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_Give_Back_What_Was_Saved_Last()
    {
        await SaveAsync("market/drom/2026-11-20.html", "старая");
        await SaveAsync("market/drom/2026-11-20.html", "новая");

        (await ReadAsync("market/drom/2026-11-20.html")).ShouldBe("новая");
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Know_Nothing_Of_A_Name_That_Was_Never_Saved_Or_Was_Deleted()
    {
        await SaveAsync("a.txt", "x");

        (await Blobs.DeleteAsync("a.txt", default)).ShouldBeTrue();
        (await Blobs.DeleteAsync("a.txt", default)).ShouldBeFalse();
        (await Blobs.DeleteAsync("none/a.txt", default)).ShouldBeFalse();
        (await Blobs.FindAsync("a.txt", default)).ShouldBeNull();
        (await Blobs.FindAsync("none/a.txt", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData(".hidden")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("a\0b")]
    [InlineData("a\n")]
    [InlineData("файл")]
    [InlineData("")]
    public async Task Should_Refuse_A_Name_That_Could_Lead_Elsewhere(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Blobs.FindAsync(name, default));
        await Should.ThrowAsync<ArgumentException>(() => SaveAsync(name, "x"));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.DeleteAsync(name, default));
    }

    [Fact]
    public async Task Should_Keep_The_Old_File_When_The_New_One_Breaks_Off()
    {
        await SaveAsync("a.txt", "старая");

        await Should.ThrowAsync<IOException>(() => Blobs.SaveAsync("a.txt", new BrokenStream(), default));

        (await ReadAsync("a.txt")).ShouldBe("старая");
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Let_A_Reader_Finish_The_Old_File_While_A_New_One_Is_Written()
    {
        await SaveAsync("a.txt", "старая");
        await using var reader = (await Blobs.FindAsync("a.txt", default))!;

        await SaveAsync("a.txt", "новая");

        (await new StreamReader(reader).ReadToEndAsync()).ShouldBe("старая");
        (await ReadAsync("a.txt")).ShouldBe("новая");
    }

    private Task SaveAsync(string name, string text) => Blobs.SaveAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    private async Task<string> ReadAsync(string name)
    {
        await using var stream = (await Blobs.FindAsync(name, default))!;
        return await new StreamReader(stream).ReadToEndAsync();
    }

    private sealed class BrokenStream : MemoryStream
    {
        private bool _started;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_started)
            {
                throw new IOException("broken off");
            }
            _started = true;
            buffer.Span[0] = 1;
            return ValueTask.FromResult(1);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken cancellationToken)
        {
            var buffer = new byte[16];
            while (await ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
    }
}
