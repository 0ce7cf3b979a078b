using SaleAuto.LowCode;

namespace SaleAuto.OpenApi;

/// <summary>Imports of tables.</summary>
internal static class ImportOperations
{
    private const string One = "/api/app/imports/{importId}";

    public static void AddTo(ResourceOperations operations, ResourceModel resource, string root, string name)
    {
        operations.Put($"{root}/imports", "post", new Operation($"upload{name}Import", name, "Import: upload a table", $"Permission {resource.ImportPermission}. CSV or XLSX, the first row names the columns.")
            .FileBody("The table.").Answers(201, "The import", Schema.Ref("Import")));
        operations.Put($"{root}/imports", "get", new Operation($"list{name}Imports", name, "Import: own imports")
            .Answers(200, "Newest first, at most 50", Schema.ListOf(Schema.Ref("Import"), null, 50)));
        operations.Put($"{root}/imports/fields", "get", new Operation($"list{name}ImportFields", name, "Import: fields that a column may be loaded into")
            .Answers(200, "The fields", Schema.ListOf(Schema.Ref("ImportField"))));
    }

    /// <summary>What is done to an import that was uploaded.</summary>
    public static void AddTo(ResourceOperations operations)
    {
        Operation New(string id, string summary) => new Operation($"{id}Import", "All", summary, "Seen by whoever uploaded it only.").InPath("importId", "The import.");

        operations.Put(One, "get", New("get", "Import: status").Answers(200, "The import", Schema.Ref("Import")));
        operations.Put($"{One}/check", "post", New("check", "Import: choose the columns and check all rows")
            .Body(Schema.Ref("ImportChoices")).Answers(202, "The check goes on in the background", Schema.Ref("Import")));
        operations.Put($"{One}/start", "post", New("start", "Import: save the rows").Answers(202, "The import goes on in the background", Schema.Ref("Import")).Refuses(409, 422));
        operations.Put($"{One}/cancel", "post", New("cancel", "Import: stop").Answers(200, "The import", Schema.Ref("Import")).Refuses(409, 422));
        operations.Put($"{One}/faults", "get", New("getFaultsOf", "Import: faults by row")
            .InQuery("afterRow", "Row that the page before ended with.", Schema.Whole(least: 0)).Answers(200, "At most 100 faults", Schema.ListOf(Schema.Ref("ImportFault"), null, 100)));
        operations.Put($"{One}/rejected.csv", "get", New("getRejectedOf", "Import: rejected rows as a table").Answers(200, "The table", Schema.Text(), mediaType: "text/csv"));
    }
}
