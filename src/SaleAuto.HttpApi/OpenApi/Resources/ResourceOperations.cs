using System.Text.Json.Nodes;
using SaleAuto.LowCode;

namespace SaleAuto.OpenApi;

/// <summary>The endpoints of one resource, as far as its definition offers them.</summary>
internal sealed class ResourceOperations(IResourceTexts texts, JsonObject paths)
{
    private const string Root = "/api/app";

    public void Add(ResourceModel resource)
    {
        var (root, name, title) = ($"{Root}/{resource.Name}", ResourceSchemas.NameOf(resource), texts.Find(resource.TextKey) ?? resource.Name);
        AddReading(resource, root, name, title);
        AddChanges(resource, root, name, title);
        AddActions(resource, root, name);
        AddLookups(resource, root, name);
        AddBulk(resource, root, name, title);
        if (resource.CanCreate)
        {
            ImportOperations.AddTo(this, resource, root, name);
        }
    }

    internal void Put(string path, string method, Operation operation)
    {
        if (paths[path] is not JsonObject item)
        {
            paths[path] = item = [];
        }
        item[method] = operation.ToJson();
    }

    private void AddReading(ResourceModel resource, string root, string name, string title)
    {
        Put(root, "get", Listing(new Operation($"list{name}", name, $"{title}: list", $"Permission {resource.Permission}. {Sorting(resource)}"), resource)
            .InQuery("page", "Page by number, up to row 10 000; beyond it there is the cursor.", Schema.Whole(least: 1))
            .InQuery("pageSize", "Rows of a page.", Schema.Whole(least: 1, most: ListQuery.MaxPageSize).With("default", new ListQuery().PageSize))
            .InQuery("cursor", "Where to go on: nextCursor of the page before, with the same sort.")
            .InQuery("fields", "Names of the fields wanted, separated by commas; without it all that lists or records show.")
            .InQuery("count", "Whether to count the rows found: exactly, or up to 10 000.", Schema.OneOf(["true", "bounded", "false"]))
            .Answers(200, "A page", Schema.Ref($"{name}List")).Refuses(400));
        Put($"{root}/{{id}}", "get", new Operation($"get{name}", name, $"{title}: one record").InPath("id", "The record.")
            .Takes("IfNoneMatch").Answers(200, "The record", Schema.Ref($"{name}Record"), hasTag: true).Answers(304, "It is still the version of the tag"));
        Put($"{root}/{{id}}/history", "get", new Operation($"get{name}History", name, $"{title}: history of a record", "Newest first; fields that the caller may not see are left out.").InPath("id", "The record.")
            .InQuery("before", "Only what happened before this moment.", Schema.Moment())
            .InQuery("field", "Only changes of this field.")
            .InQuery("actorId", "Only what this person did.", Schema.Id())
            .InQuery("pageSize", "Entries of a page.", Schema.Whole(least: 1, most: HistoryQuery.MaxPageSize))
            .Answers(200, "A page of the history", Schema.Ref("History")).Refuses(400));
        Put($"{root}/export", "get", Listing(new Operation($"export{name}", name, $"{title}: export", $"Permission {resource.ExportPermission}. All rows found, without paging."), resource)
            .InQuery("format", "Kind of file.", Schema.OneOf(SharedSchemas.Names<ExportFormat>()), isRequired: true)
            .InQuery("fields", "Names of the fields wanted, separated by commas.")
            .InQuery("forPrograms", "Whether headings are field names and values are those of the API.", Schema.Flag())
            .InQuery("decimalComma", "Whether numbers of a CSV have a decimal comma.", Schema.Flag())
            .Answers(200, "The file", Schema.Text(), mediaType: "text/csv").Refuses(400, 422));
        if (resource.Fields.Any(field => field.Kind is FieldKind.File or FieldKind.Image or FieldKind.Images))
        {
            Put($"{root}/{{id}}/files/{{fileId}}", "get", new Operation($"get{name}File", name, $"{title}: a file of a record", "Only files that a field of the record names.")
                .InPath("id", "The record.").InPath("fileId", "The file.").Answers(200, "The file", Schema.Text(), mediaType: "application/octet-stream"));
        }
    }

    private void AddChanges(ResourceModel resource, string root, string name, string title)
    {
        if (resource.CanCreate)
        {
            Put(root, "post", new Operation($"create{name}", name, $"{title}: new record", $"Permission {resource.CreatePermission}.").Takes("IdempotencyKey")
                .Body(Schema.Ref($"{name}Create")).Answers(201, "The new record", Schema.Ref($"{name}Record"), hasTag: true));
        }
        if (resource.CanUpdate)
        {
            Put($"{root}/{{id}}", "put", new Operation($"replace{name}", name, $"{title}: change a whole record", $"Permission {resource.UpdatePermission}. What is left out becomes empty.").InPath("id", "The record.")
                .Takes("IfMatch").Body(Schema.Ref($"{name}Replace")).Answers(200, "The changed record", Schema.Ref($"{name}Record"), hasTag: true).Answers(204, "Changed; the caller no longer sees it"));
            Put($"{root}/{{id}}", "patch", new Operation($"update{name}", name, $"{title}: change some fields", $"Permission {resource.UpdatePermission}.").InPath("id", "The record.")
                .Takes("IfMatch").Body(Schema.Ref($"{name}Update")).Answers(200, "The changed record", Schema.Ref($"{name}Record"), hasTag: true).Answers(204, "Changed; the caller no longer sees it"));
            Put($"{root}/{{id}}/revert", "post", new Operation($"revert{name}", name, $"{title}: set a field back", $"Permission {resource.UpdatePermission}.").InPath("id", "The record.")
                .Body(Schema.Ref("Revert")).Answers(200, "The changed record", Schema.Ref($"{name}Record"), hasTag: true));
        }
        if (resource.CanDelete)
        {
            Put($"{root}/{{id}}", "delete", new Operation($"delete{name}", name, $"{title}: delete", $"Permission {resource.DeletePermission}. {(resource.HasTrash ? "Into the trash." : "For good.")}").InPath("id", "The record.")
                .Takes("IfMatch").Answers(204, "Deleted").Refuses(409, 422));
            if (resource.HasTrash)
            {
                Put($"{root}/{{id}}/restore", "post", new Operation($"restore{name}", name, $"{title}: restore", $"Permission {resource.DeletePermission}. Takes the record out of the trash.").InPath("id", "The record.")
                    .Answers(200, "The record", Schema.Ref($"{name}Record"), hasTag: true).Refuses(409, 422));
            }
        }
    }

    private void AddActions(ResourceModel resource, string root, string name)
    {
        if (resource.Actions.Count == 0)
        {
            return;
        }
        Put($"{root}/{{id}}/actions", "get", new Operation($"get{name}Actions", name, "Actions open to a record now", "Those that the caller may run and that make sense for its state.").InPath("id", "The record.")
            .Answers(200, "The actions", Schema.ListOf(Schema.Ref("OpenAction"))));
        foreach (var action in resource.Actions)
        {
            var operation = new Operation($"run{name}{action.Name}", name, texts.Find(action.TextKey) ?? action.Name, $"Permission {action.Permission}.").InPath("id", "The record.")
                .Takes("IfMatch").Takes("IdempotencyKey")
                .Answers(200, "The changed record", Schema.Ref($"{name}Record"), hasTag: true).Answers(204, "Done; the caller no longer sees the record").Refuses(400, 409, 422);
            if (action.Fields.Count > 0)
            {
                operation.Body(Schema.Ref(ResourceSchemas.ActionNameOf(resource, action)), action.Fields.Any(field => field.Input is { IsRequired: true }));
            }
            Put($"{root}/{{id}}/actions/{action.Path}", "post", operation);
        }
    }

    private void AddLookups(ResourceModel resource, string root, string name)
    {
        foreach (var field in resource.FormFields.Where(field => field.Reference?.Resource is not null))
        {
            Put($"{root}/lookups/{field.Name}", "get", Lookup(new Operation($"lookup{name}{Pascal(field.Name)}", name, $"Choices for {field.Name}", "At most 20, best first."), field));
        }
        foreach (var action in resource.Actions)
        {
            foreach (var field in action.Fields.Where(field => field.Reference?.Resource is not null))
            {
                Put($"{root}/actions/{action.Path}/lookups/{field.Name}", "get",
                    Lookup(new Operation($"lookup{name}{action.Name}{Pascal(field.Name)}", name, $"Choices for {field.Name} of {action.Path}", "At most 20, best first."), field));
            }
        }
    }

    private void AddBulk(ResourceModel resource, string root, string name, string title)
    {
        var verbs = resource.Actions.Where(action => action.IsBulk).ToList();
        string?[] kinds = [resource.CanUpdate ? "update" : null, resource.CanDelete ? "delete" : null, verbs.Count > 0 ? "action" : null];
        if (kinds.All(kind => kind is null))
        {
            return;
        }
        Func<JsonObject> body = () =>
        {
            var properties = new List<(string, JsonObject)>
            {
                ("kind*", Schema.OneOf(kinds.OfType<string>(), "What is done.")),
                ("ids", Schema.ListOf(Schema.Id(), "The records; or give filter, q or all.", IResourceBulk.MaxRows)),
                ("filter", Schema.Text("All records that the filter finds.")),
                ("q", Schema.Text("All records that the search finds.")),
                ("all", Schema.Flag("All records that the caller sees.")),
                ("input", new JsonObject { ["type"] = "object", ["description"] = "New values of fields, or the input of the action." }),
            };
            if (verbs.Count > 0)
            {
                properties.Add(("action", Schema.OneOf(verbs.Select(action => action.Path), "The action, when kind is action.")));
            }
            return Schema.Object(null, [.. properties]);
        };
        Put($"{root}/bulk", "post", new Operation($"bulk{name}", name, $"{title}: change many records", $"Each on its own, with the permission that it needs; at most {IResourceBulk.MaxRows}.")
            .Takes("IdempotencyKey").Body(body()).Answers(200, "What became of it", Schema.Ref("BulkResult")));
        Put($"{root}/bulk/preview", "post", new Operation($"previewBulk{name}", name, $"{title}: what a change of many records would do").Body(body()).Answers(200, "What it would do", Schema.Ref("BulkPreview")));
        Put($"{root}/bulk/undo", "post", new Operation($"undoBulk{name}", name, $"{title}: take a change of many records back", "Fields that nobody changed since get their former values, deleted records come back.")
            .Body(Schema.Object(null, ("operationId*", Schema.Id("As the change answered it.")))).Answers(200, "What became of it", Schema.Ref("BulkResult")));
    }

    private static Operation Lookup(Operation operation, FieldModel field)
    {
        operation.InQuery("q", "What was typed.", Schema.Text(maxLength: 200));
        foreach (var name in field.Reference!.DependsOn.Keys)
        {
            operation.InQuery(name, "Narrows the choice.");
        }
        return operation.Answers(200, "The choices", Schema.ListOf(Schema.Ref("LookupItem"), null, 20)).Refuses(400);
    }

    private static Operation Listing(Operation operation, ResourceModel resource)
    {
        if (resource.CanSearch)
        {
            operation.InQuery("q", "Search words; all must be found. Phones and plates in any spelling.", Schema.Text(maxLength: 200));
        }
        if (resource.Fields.FirstOrDefault(field => field.Operators.Count > 0) is { } example)
        {
            operation.InQuery("filter", Filtering(resource), Schema.Text(maxLength: FilterText.MaxLength), example: $"{example.Name}.{FilterText.NameOf(FilterOperator.NotEmpty)}");
        }
        operation.InQuery("sort", "Field names separated by commas, the largest first with a minus.", example: string.Join(',', resource.DefaultSort.Select(x => (x.Descending ? "-" : "") + x.Field)));
        return resource.HasTrash && resource.CanDelete ? operation.InQuery("trash", "Rows of the trash instead of living ones.", Schema.Flag()) : operation;
    }

    private static string Sorting(ResourceModel resource) =>
        $"Sortable by {string.Join(", ", resource.Fields.Where(field => field.IsSortable).Select(field => field.Name).DefaultIfEmpty("its own order only"))}.";

    private static string Filtering(ResourceModel resource) =>
        "Conditions as field.operator.value, grouped with and(…) and or(…): and(a.eq.1,or(b.in.(x,y),c.empty)). Values with commas, parentheses or quotes stand in double quotes. "
        + string.Join(' ', resource.Fields.Where(field => field.Operators.Count > 0).Select(field => $"{field.Name}: {string.Join(", ", field.Operators.Select(FilterText.NameOf))}."));

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
