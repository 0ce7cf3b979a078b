using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Blobs;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Files;

public abstract class StoredFiles_Tests : IAsyncLifetime
{
    private readonly TestApplication _app;
    private readonly Rows _rows = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;

    protected StoredFiles_Tests(TestDatabase database) => _app = new TestApplication(database, services =>
    {
        services.AddSingleton<IFileReferences>(_rows);
        services.AddSingleton<IBlobContainer>(new BlobFolder(_folder));
    });

    public async Task InitializeAsync()
    {
        await DutyRoster.EnsureManagerAsync(_app);
        _app.User.StaffId = await _app.InDatabaseAsync(db => db.Users.Select(x => x.Id).FirstAsync());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("car.jpg", nameof(SampleFiles.Jpeg), "car.jpg", "image/jpeg", 640, 480)]
    [InlineData("car.JPEG", nameof(SampleFiles.Jpeg), "car.jpg", "image/jpeg", 640, 480)]
    [InlineData("page.html", nameof(SampleFiles.Png), "page.html.png", "image/png", 64, 32)]
    [InlineData("..\\..\\etc/\"car\".webp", nameof(SampleFiles.Webp), "car.webp", "image/webp", 100, 50)]
    [InlineData("IMG_1.HEIC", nameof(SampleFiles.Heic), "IMG_1.heic", "image/heic", 1024, 768)]
    [InlineData("договор", nameof(SampleFiles.Pdf), "договор.pdf", "application/pdf", null, null)]
    [InlineData("act.docx", nameof(SampleFiles.Docx), "act.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", null, null)]
    [InlineData("list.xlsx", nameof(SampleFiles.Xlsx), "list.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null, null)]
    public async Task Should_Know_A_File_By_Its_Content(string name, string sample, string keptAs, string contentType, int? width, int? height)
    {
        var file = await SaveAsync(name, (byte[])typeof(SampleFiles).GetProperty(sample)!.GetValue(null)!);

        (file.Name, file.ContentType, file.Width, file.Height).ShouldBe((keptAs, contentType, width, height));
    }

    [Theory]
    [InlineData("car.jpg", "<html><script>alert(1)</script>")]
    [InlineData("list.csv", " \r\n<svg onload=\"alert(1)\"/>")]
    [InlineData("list.csv", "\uFEFF<html>")]
    [InlineData("car.svg", "<svg/>")]
    [InlineData("run.exe", "MZ")]
    [InlineData("notes.txt", "a\0b")]
    public async Task Should_Refuse_What_Is_No_Known_Kind(string name, string content)
    {
        (await RefusalAsync(name, Encoding.UTF8.GetBytes(content))).ShouldBe(SaleAutoErrorCodes.Files.TypeNotAllowed);
        (await _app.InDatabaseAsync(db => db.Set<StoredFile>().CountAsync(x => x.Name.StartsWith("run")))).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Refuse_Macros_Archives_Emptiness_And_Too_Much()
    {
        (await RefusalAsync("list.xlsx", SampleFiles.XlsxWithMacros)).ShouldBe(SaleAutoErrorCodes.Files.TypeNotAllowed);
        (await RefusalAsync("list.xlsx", SampleFiles.Zip("run.exe"))).ShouldBe(SaleAutoErrorCodes.Files.TypeNotAllowed);
        (await RefusalAsync("list.csv", [])).ShouldBe(SaleAutoErrorCodes.Files.Empty);
        (await RefusalAsync("list.csv", new byte[StoredFileConsts.MaxSize + 1])).ShouldBe(SaleAutoErrorCodes.Files.TooLarge);
    }

    [Fact]
    public async Task Should_Remove_The_Place_From_A_Photo_And_Keep_The_Rest()
    {
        var file = await SaveAsync("car.jpg", SampleFiles.JpegWithPlace);

        var (hash, content) = await OpenOwnAsync(file.Id);
        content.Length.ShouldBe(SampleFiles.JpegWithPlace.Length);
        content.AsSpan().IndexOf(SampleFiles.Latitude).ShouldBe(-1);
        Encoding.Latin1.GetString(content).ShouldNotContain("55,45");
        Encoding.Latin1.GetString(content).ShouldContain("dc:title=\"Kia\"");
        content.AsSpan(20, 14).ToArray().ShouldBe(SampleFiles.JpegWithPlace.AsSpan(20, 14).ToArray()); // the turn of the picture
        (file.Width, file.Height).ShouldBe((4000, 3000));
        hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Fact]
    public async Task Should_Show_A_File_That_No_Record_Names_To_Its_Uploader_Only()
    {
        var file = await SaveAsync("car.jpg", SampleFiles.Jpeg);

        (await OpenOwnAsync(file.Id)).Content.ShouldBe(SampleFiles.Jpeg);
        _app.User.StaffId = Guid.CreateVersion7();
        await Should.ThrowAsync<EntityNotFoundException>(() => OpenOwnAsync(file.Id));
        _app.User.StaffId = null;
        await Should.ThrowAsync<EntityNotFoundException>(() => OpenOwnAsync(file.Id));
        await Should.ThrowAsync<AuthorizationException>(() => SaveAsync("car.jpg", SampleFiles.Jpeg));
    }

    [Fact]
    public async Task Should_Take_A_Small_Size_From_The_Uploader_Only_And_As_A_Jpeg()
    {
        var file = await SaveAsync("car.jpg", SampleFiles.Jpeg);

        (await AddThumbnailAsync(file.Id, SampleFiles.Jpeg)).ShouldBeTrue();
        (await AddThumbnailAsync(file.Id, "<html>"u8.ToArray())).ShouldBeFalse();
        (await AddThumbnailAsync(file.Id, new byte[StoredFileConsts.MaxThumbnailSize + 1])).ShouldBeFalse();
        _app.User.StaffId = Guid.CreateVersion7();
        await Should.ThrowAsync<EntityNotFoundException>(() => AddThumbnailAsync(file.Id, SampleFiles.Jpeg));
    }

    [Fact]
    public async Task Should_Remove_After_A_Day_What_No_Record_Names()
    {
        var forgotten = await SaveAsync("car.jpg", SampleFiles.Jpeg);
        await AddThumbnailAsync(forgotten.Id, SampleFiles.Jpeg);
        var used = await SaveAsync("car.png", SampleFiles.Png);
        _rows.Named.Add(used.Id);
        _app.Clock.Advance(StoredFileConsts.UnattachedKeptFor + TimeSpan.FromHours(1));
        var fresh = await SaveAsync("car.webp", SampleFiles.Webp);

        await _app.RunAsync<StoredFileCleanupWorker>(worker => worker.RunAsync(default));

        var left = await _app.RunAsync<IStoredFiles, IReadOnlyDictionary<Guid, StoredFileDto>>(
            files => files.DescribeAsync([forgotten.Id, used.Id, fresh.Id], default));
        left.Keys.ShouldBe([used.Id, fresh.Id], ignoreOrder: true);
        Directory.EnumerateFiles(_folder, $"{forgotten.Id:N}*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private Task<StoredFileDto> SaveAsync(string name, byte[] content) =>
        _app.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync(name, new MemoryStream(content), default));

    private Task<bool> AddThumbnailAsync(Guid id, byte[] content) =>
        _app.RunAsync<IStoredFiles, bool>(files => files.AddThumbnailAsync(id, new MemoryStream(content), default));

    private async Task<string> RefusalAsync(string name, byte[] content) =>
        (await Should.ThrowAsync<InputValidationException>(() => SaveAsync(name, content))).Errors.ShouldHaveSingleItem().Code;

    private Task<(string Hash, byte[] Content)> OpenOwnAsync(Guid id) => _app.RunAsync<IStoredFiles, (string, byte[])>(async files =>
    {
        var file = await files.OpenOwnAsync(id, default);
        await using var content = file.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return (file.Hash, copy.ToArray());
    });

    private sealed class Rows : IFileReferences
    {
        public HashSet<Guid> Named { get; } = [];

        public Task<IReadOnlySet<Guid>> FindNamedAsync(IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<Guid>>(Named);
    }
}

public sealed class StoredFiles_OnSqlite_Tests(SqliteDatabase database) : StoredFiles_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class StoredFiles_OnPostgreSql_Tests(PostgreSqlDatabase database) : StoredFiles_Tests(database), IClassFixture<PostgreSqlDatabase>;
