namespace SaleAuto.BareApi;

/// <summary>The statements that somebody would write by hand for the same answers.</summary>
internal static class BareSql
{
    public const string List = """
        SELECT "Id", "Number", "Status", "Name", "Phone", "Plate", "CreationTime", "Version" FROM "Leads"
        WHERE NOT "IsDeleted" AND "Status" = $1 ORDER BY "CreationTime" DESC, "Id" DESC LIMIT 26
        """;

    public const string Count = """SELECT count(*) FROM "Leads" WHERE NOT "IsDeleted" AND "Status" = $1""";

    public const string Search = """
        SELECT "Id", "Number", "Status", "Name", "Phone", "Plate", "CreationTime", "Version" FROM "Leads"
        WHERE NOT "IsDeleted" AND "SearchText" LIKE $1 ORDER BY "CreationTime" DESC, "Id" DESC LIMIT 26
        """;

    public const string Expense = """
        SELECT e."Id", c."Number", e."SpentOn", e."CarId", e."Category", e."Amount", e."SpentById", s."FullName", e."IsReimbursed", e."EvidenceFileId", e."Note", e."Version"
        FROM "Expenses" e LEFT JOIN "Cars" c ON c."Id" = e."CarId" AND NOT c."IsDeleted" LEFT JOIN "Staff" s ON s."Id" = e."SpentById" WHERE e."Id" = $1
        """;

    public const string InsertExpense = """
        INSERT INTO "Expenses" ("Id", "CarId", "SpentById", "Category", "Amount", "SpentOn", "Note", "IsReimbursed", "Version", "CreationTime", "CreatorId", "IsDeleted")
        VALUES ($1, $2, $3, $4, $5, $6, $7, false, 1, $8, $3, false)
        """;
}
