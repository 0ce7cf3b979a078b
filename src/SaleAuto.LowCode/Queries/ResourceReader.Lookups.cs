using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>Lookups, labels and the search over everything.</summary>
internal sealed partial class ResourceReader
{
    public async Task<IReadOnlyList<LookupItem>> LookupAsync(
        ResourceModel resource, FieldModel field, ActionModel? action, string search, IReadOnlyDictionary<string, string> narrowedBy, CancellationToken cancellationToken)
    {
        var own = await accessProvider.GetAsync(cancellationToken);
        own.Require(action?.Permission ?? resource.Permission);
        if (field.Reference is not { Resource: { } target } reference || !field.IsFor(own))
        {
            throw new InputValidationException("field", LowCodeErrorCodes.Unknown);
        }
        var access = await AccessAsync(target, trash: false, cancellationToken);
        var resolver = await ResolverAsync(target, access, cancellationToken);
        var resolved = resolver.Resolve(new ListQuery { PageSize = LookupSize - 1 }, QueryPurpose.Labels);
        resolved.LabelBy = reference;
        resolved.SearchesGuarded = QueryResolver.SearchesGuarded(target, access);
        AddLookupWords(target, resolved, search);
        foreach (var (name, property) in reference.DependsOn)
        {
            if (!narrowedBy.TryGetValue(name, out var text) || text.Length == 0)
            {
                return []; // the choice comes after the one that it depends on
            }
            var type = Nullable.GetUnderlyingType(property.ReturnType) ?? property.ReturnType;
            var value = new FieldSpec(name, type) { Read = property }.Build(name);
            var isRead = InputReader.TryRead(text, value, TimeZoneInfo.Utc, out var read) && read is not null;
            resolved.Narrowing.Add((property, resolved.Add(isRead ? read! : throw new InputValidationException(name, LowCodeErrorCodes.Malformed))));
        }
        return await runner.ListAsync(resolved, (plan, reader) => new LookupItem((Guid)plan.Id.Read(reader)!, (string?)plan.Label.Read(reader) ?? "—"), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> GetLabelsAsync(ResourceModel resource, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        if (ids.Count == 0 || !access.Has(resource.Permission))
        {
            return new Dictionary<Guid, string>();
        }
        var resolver = await ResolverAsync(resource, access, cancellationToken);
        var some = ids.Distinct().Take(ListQuery.MaxPageSize).Select(id => id.ToString()).ToList();
        var query = new ListQuery { PageSize = some.Count, Filter = new FilterCondition(ResourceModel.IdName, FilterOperator.In, some) };
        var resolved = resolver.Resolve(query, QueryPurpose.Labels);
        var rows = await runner.ListAsync(resolved, (plan, reader) => ((Guid)plan.Id.Read(reader)!, Convert.ToString(plan.Label.Read(reader), System.Globalization.CultureInfo.CurrentCulture) ?? ""), cancellationToken);
        return rows.ToDictionary(r => r.Item1, r => r.Item2);
    }

    public async Task<IReadOnlyList<SearchHit>> SearchEverywhereAsync(string search, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        var hits = new List<SearchHit>();
        if (SearchText.Words(search).Count == 0)
        {
            return hits;
        }
        foreach (var resource in registry.All.Where(r => r is { CanSearch: true, IsSearchedAlone: false } && access.Has(r.Permission)))
        {
            var resolver = await ResolverAsync(resource, access, cancellationToken);
            var fields = QueryResolver.VisibleFields(resource, access)
                .Where(f => f.InListByDefault && f != resource.Label && f.Kind is FieldKind.Text or FieldKind.Phone or FieldKind.Plate or FieldKind.Email or FieldKind.Enum)
                .Take(4).ToList();
            var query = new ListQuery { Search = search.Length > 200 ? search[..200] : search, PageSize = HitsOfOneResource, Fields = [.. fields.Select(f => f.Name)] };
            var resolved = resolver.Resolve(query, QueryPurpose.Rows);
            var rows = await runner.ListAsync(resolved, (plan, reader) => plan.ReadRow(reader, resolved), cancellationToken);
            hits.AddRange(rows.Take(HitsOfOneResource).Select(row => new SearchHit(resource, row.Id, row.Label, Describe(row))));
        }
        return hits;
    }

    public async Task<RowVisibility> ExplainAsync(ResourceModel resource, Guid id, Guid staffId, CancellationToken cancellationToken)
    {
        var own = await AccessAsync(resource, trash: false, cancellationToken);
        if (await FindLabelAsync(resource, id, own, RowScope.Of(resource, own), cancellationToken) is null)
        {
            throw new EntityNotFoundException(resource.EntityType, id);
        }
        var access = await accessProvider.GetAsync(staffId, cancellationToken);
        var scope = RowScope.Of(resource, access);
        var filters = new List<(RowFilterModel, bool)>();
        foreach (var filter in scope.Filters)
        {
            filters.Add((filter, await FindLabelAsync(resource, id, access, new RowScope([filter], staffId), cancellationToken) is not null));
        }
        var hasPermission = access.Has(resource.Permission);
        return new RowVisibility(
            hasPermission,
            hasPermission && (scope.IsAll || filters.Exists(f => f.Item2)),
            filters,
            [.. resource.Fields.Where(f => !f.IsFor(access))]);
    }

    private async Task<string?> FindLabelAsync(ResourceModel resource, Guid id, StaffAccess access, RowScope scope, CancellationToken cancellationToken)
    {
        var resolved = new ResolvedQuery { Resource = resource, Scope = scope, Purpose = QueryPurpose.Labels, Trash = resource.HasTrash ? TrashMode.With : TrashMode.Without };
        if (!scope.IsAll)
        {
            resolved.StaffSlot = resolved.Add(scope.StaffId ?? access.StaffId ?? Guid.Empty);
        }
        resolved.Filter = new ResolvedCondition(resource.Id, FilterOperator.Eq, [resolved.Add(id)], []);
        return await runner.FirstAsync(resolved, (plan, reader) => Convert.ToString(plan.Label.Read(reader), System.Globalization.CultureInfo.CurrentCulture) ?? "", cancellationToken);
    }

    private static void AddLookupWords(ResourceModel target, ResolvedQuery resolved, string search)
    {
        var typed = search.Length > 100 ? search[..100] : search;
        var words = target.CanSearch ? SearchText.Words(typed) : [.. typed.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8)];
        foreach (var word in words)
        {
            resolved.Words.Add(resolved.Add(QueryResolver.Pattern(FilterOperator.Contains, word)));
        }
    }

    private string Describe(ResourceRow row) => string.Join(
        " · ",
        row.Values.Select((value, i) => row.Labels[i] ?? (value is Enum named ? texts.NameOf(named) : Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture)))
            .Where(text => !string.IsNullOrEmpty(text)));
}
