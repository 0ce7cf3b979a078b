using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Blobs;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode.Garage;
using SaleAuto.Staff;

namespace SaleAuto.LowCode.Files;

/// <summary>Which files a person may put into a record, and which of them the clean-up leaves.</summary>
public abstract class FilesOfRecords_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;
    private GarageApplication _garage = null!;
    private Branch _branch = null!;
    private Guid _anna;
    private Guid _boris;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database, services => services.AddSingleton<IBlobContainer>(new BlobFolder(_folder)));
        _branch = await _garage.AddAsync("Файлы");
        (_anna, _boris) = (await AddStaffAsync(), await AddStaffAsync());
        Be(_anna);
    }

    public async Task DisposeAsync()
    {
        await _garage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Should_Take_Own_Fresh_Files_In_Fields_Lists_And_Lines()
    {
        var (act, picture, photo) = (await UploadAsync(), await UploadAsync(), await UploadAsync());

        var saved = await CreateAsync($$"""{"number":"Ф-1","branchId":"BRANCH","actFileId":"{{act}}","pictures":["{{picture}}"],"jobs":[{"work":"Мойка","hours":1,"photoId":"{{photo}}"}]}""");

        (await AttachedAsync(act, picture, photo)).ShouldBeTrue();
        foreach (var file in new[] { act, picture, photo })
        {
            (await _garage.Application.RunAsync<RecordFiles, bool>(files => files.NamesAsync("visits", saved.Id, file, default))).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Should_Show_The_Small_Size_Where_It_Will_Do_And_There_Is_One()
    {
        byte[] small = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        var act = await UploadAsync();
        var picture = (await _garage.Application.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync("car.jpg", new MemoryStream([.. small, 17]), default))).Id;
        (await _garage.Application.RunAsync<IStoredFiles, bool>(files => files.AddThumbnailAsync(act, new MemoryStream(small), default))).ShouldBeFalse(); // no picture
        (await _garage.Application.RunAsync<IStoredFiles, bool>(files => files.AddThumbnailAsync(picture, new MemoryStream(small), default))).ShouldBeTrue();
        var visit = await CreateAsync($$"""{"number":"Ф-9","branchId":"BRANCH","actFileId":"{{act}}","pictures":["{{picture}}"]}""");

        (await ReadAsync(visit.Id, picture, PictureVariant.Small)).ShouldBe(small);
        (await ReadAsync(visit.Id, picture, PictureVariant.Full)).ShouldNotBe(small);
        (await ReadAsync(visit.Id, act, PictureVariant.Small)).ShouldBe(await ReadAsync(visit.Id, act, PictureVariant.Full)); // it came without one
    }

    [Fact]
    public async Task Should_Know_No_File_Of_Somebody_Else_Wherever_It_Is_Named()
    {
        var visit = await CreateAsync("""{"number":"Ф-2","branchId":"BRANCH"}""");
        Be(_boris);
        var foreign = await UploadAsync();
        Be(_anna);

        foreach (var (json, place) in new[]
        {
            ($$"""{"actFileId":"{{foreign}}"}""", "ActFileId"),
            ($$"""{"pictures":["{{foreign}}"]}""", "Pictures"),
            ($$"""{"jobs":[{"work":"Мойка","hours":1},{"work":"Мойка","hours":1,"photoId":"{{foreign}}"}]}""", "Jobs[1].PhotoId"),
            ($$"""{"actFileId":"{{Guid.NewGuid()}}"}""", "ActFileId"),
        })
        {
            (await RefusalAsync(() => UpdateAsync(visit.Id, json))).ShouldBe(new InputError(place, LowCodeErrorCodes.NoSuchFile));
            (await CheckAsync(visit.Id, json)).ShouldBe([new InputError(place, LowCodeErrorCodes.NoSuchFile)]);
        }
        (await RefusalAsync(() => CreateAsync($$"""{"number":"Ф-3","branchId":"BRANCH","actFileId":"{{foreign}}"}"""))).Code.ShouldBe(LowCodeErrorCodes.NoSuchFile);
        (await RefusalAsync(() => FinishAsync(visit.Id, $$"""{"price":5,"actFileId":"{{foreign}}"}"""))).ShouldBe(new InputError("ActFileId", LowCodeErrorCodes.NoSuchFile));
        (await AttachedAsync(foreign)).ShouldBeFalse();
        (await _garage.Application.InDatabaseAsync(db => db.Set<Visit>().SingleAsync(x => x.Id == visit.Id))).ActFileId.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Let_Everybody_Keep_What_The_Record_Holds_And_Nobody_Carry_It_Elsewhere()
    {
        var (act, photo) = (await UploadAsync(), await UploadAsync());
        var visit = await CreateAsync($$"""{"number":"Ф-4","branchId":"BRANCH","actFileId":"{{act}}","jobs":[{"work":"Мойка","hours":1,"photoId":"{{photo}}"}]}""");
        var other = await CreateAsync("""{"number":"Ф-5","branchId":"BRANCH"}""");

        Be(_boris);
        await UpdateAsync(visit.Id, $$"""{"actFileId":"{{act}}","note":"видел","jobs":[{"work":"Мойка кузова","hours":2,"photoId":"{{photo}}"}]}""");
        (await RefusalAsync(() => UpdateAsync(other.Id, $$"""{"actFileId":"{{act}}"}"""))).Code.ShouldBe(LowCodeErrorCodes.NoSuchFile);
        Be(_anna);
        (await RefusalAsync(() => UpdateAsync(other.Id, $$"""{"actFileId":"{{act}}"}"""))).Code.ShouldBe(LowCodeErrorCodes.NoSuchFile); // in use already

        var kept = await _garage.Application.InDatabaseAsync(db => db.Set<Visit>().SingleAsync(x => x.Id == visit.Id));
        kept.Jobs.Select(x => (x.Hours, x.PhotoId)).ShouldBe([(2, photo)]);
        Be(_boris);
        await FinishAsync(visit.Id, $$"""{"price":5,"actFileId":"{{act}}"}"""); // the dialog was filled with it
    }

    [Fact]
    public async Task Should_Bring_A_File_Back_From_The_History_For_Whoever_May_Edit()
    {
        var act = await UploadAsync();
        var visit = await CreateAsync($$"""{"number":"Ф-6","branchId":"BRANCH","actFileId":"{{act}}"}""");
        await UpdateAsync(visit.Id, """{"actFileId":null}""");
        var entry = await _garage.Application.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == visit.Id && x.Action == AuditActions.Updated).Select(x => x.Id).SingleAsync());

        Be(_boris);
        await _garage.WriteAsync(c => c.RevertAsync(_garage.Visits, visit.Id, entry, "actFileId", default));

        (await _garage.Application.InDatabaseAsync(db => db.Set<Visit>().SingleAsync(x => x.Id == visit.Id))).ActFileId.ShouldBe(act);
    }

    [Fact]
    public async Task Should_Give_A_File_To_One_Of_Two_Records()
    {
        var act = await UploadAsync();
        var ids = new[] { (await CreateAsync("""{"number":"Ф-7","branchId":"BRANCH"}""")).Id, (await CreateAsync("""{"number":"Ф-8","branchId":"BRANCH"}""")).Id };

        var outcomes = await Task.WhenAll(ids.Select(async id =>
        {
            try
            {
                await UpdateAsync(id, $$"""{"actFileId":"{{act}}"}""");
                return true;
            }
            catch (InputValidationException refusal) when (refusal.Errors[0].Code == LowCodeErrorCodes.NoSuchFile)
            {
                return false;
            }
        }));

        outcomes.Count(x => x).ShouldBe(1);
        (await _garage.Application.InDatabaseAsync(db => db.Set<Visit>().CountAsync(x => x.ActFileId == act))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Remove_Only_What_No_Table_Names()
    {
        var (act, picture, photo, scan, orphan) = (await UploadAsync(), await UploadAsync(), await UploadAsync(), await UploadAsync(), await UploadAsync());
        var visit = new Visit(Guid.CreateVersion7(), "Ф-9", _branch.Id, Guid.Empty, _garage.Application.Clock.Now);
        visit.Attach(act, [picture]);
        visit.SetJobs([new VisitJobInput { Work = "Мойка", Hours = 1, PhotoId = photo }]);
        await _garage.Application.InDatabaseAsync(async db =>
        {
            db.Add(visit); // past the commands, as the bot and the demo data do
            db.Add(new TowTicket(Guid.CreateVersion7(), scan));
            await db.SaveChangesAsync();
            db.Remove(visit); // into the trash
            return await db.SaveChangesAsync();
        });
        _garage.Application.Clock.Advance(StoredFileConsts.UnattachedKeptFor + TimeSpan.FromHours(1));

        await _garage.Application.RunAsync<StoredFileCleanupWorker>(worker => worker.RunAsync(default));

        var left = await _garage.Application.RunAsync<IStoredFiles, IReadOnlyDictionary<Guid, StoredFileDto>>(files => files.DescribeAsync([act, picture, photo, scan, orphan], default));
        left.Keys.ShouldBe([act, picture, photo, scan], ignoreOrder: true);
    }

    private void Be(Guid staffId)
    {
        _garage.Access.Be(staffId, "clerk", "SaleAuto.Visits", "SaleAuto.Visits.Create", "SaleAuto.Visits.Update", "SaleAuto.Visits.Finish", "SaleAuto.Branches", VisitResource.PricePermission);
        _garage.Application.User.StaffId = staffId;
    }

    private Task<Guid> AddStaffAsync() => _garage.Application.InDatabaseAsync(async db =>
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"person-{Guid.NewGuid():N}", "Сотрудник");
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private Task<byte[]> ReadAsync(Guid visitId, Guid fileId, PictureVariant size) => _garage.Application.RunAsync<IStoredFiles, byte[]>(async files =>
    {
        await using var content = (await files.ResolveAsync("visits", visitId, fileId, size, default)).Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    });

    private async Task<Guid> UploadAsync() => (await _garage.Application.RunAsync<IStoredFiles, StoredFileDto>(
        files => files.SaveAsync("act.pdf", new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray()), default))).Id;

    private Task<bool> AttachedAsync(params Guid[] ids) =>
        _garage.Application.InDatabaseAsync(db => db.Set<StoredFile>().Where(x => ids.Contains(x.Id)).AllAsync(x => x.AttachedAt != null));

    private Task<SavedRow> CreateAsync(string json) => _garage.WriteAsync(c => c.CreateAsync(_garage.Visits, Input(json, _garage.Visits.FormFields), default));

    private Task<SavedRow> UpdateAsync(Guid id, string json) =>
        _garage.WriteAsync(c => c.UpdateAsync(_garage.Visits, id, Input(json, _garage.Visits.FormFields), UpdateBasis.Latest, default));

    private Task<IReadOnlyList<InputError>> CheckAsync(Guid id, string json) => _garage.WriteAsync(c => c.CheckAsync(_garage.Visits, id, Input(json, _garage.Visits.FormFields), default));

    private Task<SavedRow> FinishAsync(Guid id, string json)
    {
        var action = _garage.Visits.FindAction("Finish")!;
        return _garage.WriteAsync(c => c.RunActionAsync(_garage.Visits, action, id, Input(json, action.Fields), null, default));
    }

    private static async Task<InputError> RefusalAsync(Func<Task> act) => (await Should.ThrowAsync<InputValidationException>(act)).Errors.ShouldHaveSingleItem();

    private ResourceInput Input(string json, IEnumerable<FieldModel> fields) =>
        ResourceInput.FromJson(JsonDocument.Parse(json.Replace("BRANCH", _branch.Id.ToString(), StringComparison.Ordinal)).RootElement, fields);
}

public sealed class FilesOfRecords_OnSqlite_Tests(SqliteDatabase database) : FilesOfRecords_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class FilesOfRecords_OnPostgreSql_Tests(PostgreSqlDatabase database) : FilesOfRecords_Tests(database), IClassFixture<PostgreSqlDatabase>;
