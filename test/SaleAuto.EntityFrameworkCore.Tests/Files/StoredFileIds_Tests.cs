using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Files;

/// <summary>The clean-up leaves the files that marked properties name; what is forgotten here would be removed after a day.</summary>
public partial class StoredFileIds_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    // Ids of the deal's photos, which are rows of their own, and of what an entry of the ledger was written for.
    private static readonly string[] _rows = ["DealDefect.PhotoId", "PriceLine.PhotoId", "LedgerEntry.DocumentId"];

    [Fact]
    public async Task Should_Mark_Every_Property_That_Is_Named_Like_A_File()
    {
        await using var app = new TestApplication(database);

        var unmarked = await app.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(e => e.GetDeclaredProperties())
            .Where(p => FileName().IsMatch(p.Name) && p.PropertyInfo?.IsDefined(typeof(StoredFileIdAttribute), inherit: true) != true)
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}")
            .Except(_rows)
            .ToList()));

        unmarked.ShouldBeEmpty();
    }

    [GeneratedRegex("(File|Photo|Picture|Image|Scan|Document|Attachment)(Id|s|Ids)$")]
    private static partial Regex FileName();
}
