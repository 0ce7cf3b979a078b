using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <inheritdoc cref="IResourceReader" />
internal sealed partial class ResourceReader(
    Lazy<DbContext> db, QueryRunner runner, IResourceRegistry registry, IResourceTexts texts, IStaffAccessProvider accessProvider, ICompanyTime companyTime, TimeProvider clock) : IResourceReader
{
    private const int LookupSize = 20;
    private const int HitsOfOneResource = 5;
    private const int ExportBatch = 500;

    public async Task<ResourcePage> GetListAsync(ResourceModel resource, ListQuery query, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource, query.Trash, cancellationToken);
        var resolver = await ResolverAsync(resource, access, cancellationToken);
        var resolved = resolver.Resolve(query, QueryPurpose.Rows);
        var size = PageSize(query);
        var found = await runner.ListAsync(resolved, (plan, reader) => (Row: plan.ReadRow(reader, resolved), Keys: Keys(plan, reader)), cancellationToken);
        var hasMore = found.Count > size;
        if (hasMore)
        {
            found.RemoveAt(size);
        }
        if (resolved.IsBackward)
        {
            found.Reverse();
        }
        var (hasNext, hasPrevious) = resolved.IsBackward ? (true, hasMore) : (hasMore, resolved.HasCursor || resolved.SkipSlot is not null);
        return new ResourcePage
        {
            Resource = resource,
            Fields = resolved.Fields,
            Rows = [.. found.Select(f => f.Row)],
            NextCursor = hasNext && found.Count > 0 ? Cursor.Write(resolved.Sort, found[^1].Keys, isBackward: false) : null,
            PreviousCursor = hasPrevious && found.Count > 0 ? Cursor.Write(resolved.Sort, found[0].Keys, isBackward: true) : null,
            TotalCount = await CountAsync(resolver, query, cancellationToken),
            Totals = query.WithTotals ? await TotalsAsync(resolver, query, cancellationToken) : new Dictionary<string, object?>(),
        };
    }

    public async Task WriteListAsync(ResourceModel resource, ListQuery query, PipeWriter output, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource, query.Trash, cancellationToken);
        var resolver = await ResolverAsync(resource, access, cancellationToken);
        var resolved = resolver.Resolve(query, QueryPurpose.Rows);
        if (resolved.IsBackward)
        {
            throw new InputValidationException("cursor", LowCodeErrorCodes.CursorMalformed); // the API goes forward; screens go both ways
        }
        var count = await CountAsync(resolver, query, cancellationToken);
        var size = PageSize(query);
        using var writer = new Utf8JsonWriter(output, JsonOutput.Options);
        writer.WriteStartObject();
        writer.WriteStartArray(JsonOutput.Items);
        var written = 0;
        IReadOnlyList<object?>? lastKeys = null;
        var hasMore = false;
        await runner.RunAsync(
            resolved,
            (plan, reader) =>
            {
                if (written == size)
                {
                    hasMore = true;
                    return false;
                }
                plan.WriteRow(reader, writer);
                lastKeys = ++written == size ? Keys(plan, reader) : null;
                return true;
            },
            cancellationToken);
        writer.WriteEndArray();
        if (hasMore)
        {
            writer.WriteString(JsonOutput.NextCursor, Cursor.Write(resolved.Sort, lastKeys!, isBackward: false));
        }
        else
        {
            writer.WriteNull(JsonOutput.NextCursor);
        }
        if (count is { } total)
        {
            writer.WriteNumber(JsonOutput.TotalCount, total);
        }
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    public async IAsyncEnumerable<ResourceRow> StreamAsync(
        ResourceModel resource, ListQuery query, Action<IReadOnlyList<FieldModel>> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource, query.Trash, cancellationToken);
        var resolver = await ResolverAsync(resource, access, cancellationToken);
        var batch = query with { Cursor = null, Page = 1, PageSize = ListQuery.MaxPageSize, Count = CountMode.None, WithTotals = false };
        var isFirst = true;
        // A batch at a time, each from the cursor of the one before: no connection is held while a slow reader takes its rows.
        while (true)
        {
            var resolved = resolver.Resolve(batch, QueryPurpose.Rows);
            if (isFirst)
            {
                fields(resolved.Fields);
                isFirst = false;
            }
            var found = await runner.ListAsync(resolved, (plan, reader) => (Row: plan.ReadRow(reader, resolved), Keys: Keys(plan, reader)), cancellationToken);
            foreach (var (row, _) in found.Take(ListQuery.MaxPageSize))
            {
                yield return row;
            }
            if (found.Count <= ListQuery.MaxPageSize)
            {
                yield break;
            }
            batch = batch with { Cursor = Cursor.Write(resolved.Sort, found[ListQuery.MaxPageSize - 1].Keys, isBackward: false) };
        }
    }

    public async Task<ResourceRecord> GetAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource, trash: false, cancellationToken);
        var resolved = await OneAsync(resource, id, access, withActions: true, cancellationToken);
        var row = await runner.FirstAsync(resolved, (plan, reader) => plan.ReadRow(reader, resolved), cancellationToken)
            ?? throw new EntityNotFoundException(resource.EntityType, id);
        var fields = resolved.Fields.ToList();
        foreach (var field in QueryResolver.VisibleFields(resource, access).Where(f => f.Kind == FieldKind.Lines))
        {
            fields.Add(field);
            row = row.With(await LinesAsync(resource, field, id, cancellationToken));
        }
        var page = new ResourcePage { Resource = resource, Fields = fields, Rows = [row.IsDeleted ? row.WithoutActions() : row] };
        return new ResourceRecord(
            page,
            resource.CanUpdate && !row.IsDeleted && access.Has(resource.UpdatePermission),
            resource.CanDelete && access.Has(resource.DeletePermission));
    }

    public async Task<long?> WriteAsync(ResourceModel resource, Guid id, PipeWriter output, CancellationToken cancellationToken)
    {
        if (resource.Fields.Any(f => f.Kind == FieldKind.Lines))
        {
            return await WriteWithLinesAsync(resource, id, output, cancellationToken);
        }
        var access = await AccessAsync(resource, trash: false, cancellationToken);
        var resolved = await OneAsync(resource, id, access, withActions: false, cancellationToken);
        using var writer = new Utf8JsonWriter(output, JsonOutput.Options);
        var version = await runner.FirstAsync(
            resolved,
            (plan, reader) =>
            {
                plan.WriteRow(reader, writer);
                return (long?)(plan.Version?.Read(reader) ?? 0L);
            },
            cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return version;
    }

    public async ValueTask<IReadOnlyList<FieldModel>> GetVisibleFieldsAsync(ResourceModel resource, CancellationToken cancellationToken) =>
        QueryResolver.VisibleFields(resource, await AccessAsync(resource, trash: false, cancellationToken));

    private static int PageSize(ListQuery query) => Math.Clamp(query.PageSize, 1, ListQuery.MaxPageSize);

    private static object?[] Keys(QueryPlan plan, System.Data.Common.DbDataReader reader)
    {
        var keys = new object?[plan.SortKeys.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = plan.SortKeys[i].Read(reader);
        }
        return keys;
    }

    private async ValueTask<StaffAccess> AccessAsync(ResourceModel resource, bool trash, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(resource.Permission);
        if (trash)
        {
            access.Require(resource.DeletePermission);
        }
        return access;
    }

    private async ValueTask<QueryResolver> ResolverAsync(ResourceModel resource, StaffAccess access, CancellationToken cancellationToken) =>
        new(resource, access, await companyTime.GetZoneAsync(cancellationToken), clock.GetUtcNow().UtcDateTime);

    private async ValueTask<ResolvedQuery> OneAsync(ResourceModel resource, Guid id, StaffAccess access, bool withActions, CancellationToken cancellationToken)
    {
        var resolver = await ResolverAsync(resource, access, cancellationToken);
        var query = new ListQuery { Filter = new FilterCondition(ResourceModel.IdName, FilterOperator.Eq, [id.ToString()]), PageSize = 1, WithActions = withActions };
        var resolved = resolver.Resolve(query, QueryPurpose.Rows);
        resolved.Fields = [.. QueryResolver.VisibleFields(resource, access).Where(f => f.Kind != FieldKind.Lines)];
        resolved.Trash = resource is { HasTrash: true, CanDelete: true } && access.Has(resource.DeletePermission) ? TrashMode.With : TrashMode.Without;
        return resolved;
    }

    private async Task<long?> CountAsync(QueryResolver resolver, ListQuery query, CancellationToken cancellationToken)
    {
        if (query.Count == CountMode.None)
        {
            return null;
        }
        var resolved = resolver.Resolve(query, query.Count == CountMode.Exact ? QueryPurpose.Count : QueryPurpose.BoundedCount);
        return await runner.FirstAsync(resolved, (_, reader) => Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, object?>> TotalsAsync(QueryResolver resolver, ListQuery query, CancellationToken cancellationToken)
    {
        var resolved = resolver.Resolve(query, QueryPurpose.Totals);
        if (resolved.Fields.Count == 0)
        {
            return new Dictionary<string, object?>();
        }
        var values = await runner.FirstAsync(resolved, (plan, reader) => plan.Values.Select(cell => cell.Read(reader)).ToList(), cancellationToken);
        return resolved.Fields.Select((f, i) => (f.Name, Value: values?[i])).ToDictionary(x => x.Name, x => x.Value);
    }
}

/// <summary>Names and options of the JSON that lists are written in.</summary>
internal static class JsonOutput
{
    public static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonEncodedText Items = JsonEncodedText.Encode("items");

    public static readonly JsonEncodedText NextCursor = JsonEncodedText.Encode("nextCursor");

    public static readonly JsonEncodedText TotalCount = JsonEncodedText.Encode("totalCount");
}
