using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

internal sealed class ResourceHistory(DbContext db, IResourceReader reader, IStaffAccessProvider accesses) : IResourceHistory
{
    private const int BatchSize = 200;

    // A field that changed long ago is not looked for without end.
    private const int MostBatches = 5;

    public async Task<HistoryPage> GetAsync(ResourceModel resource, Guid id, HistoryQuery query, CancellationToken cancellationToken)
    {
        await reader.GetAsync(resource, id, cancellationToken); // not found for whoever may not see it
        var visible = await GetVisibleAsync(resource, query.Field, cancellationToken);
        var size = Math.Clamp(query.PageSize, 1, HistoryQuery.MaxPageSize);
        var told = new List<(AuditEntry Line, List<Told> Changes)>();
        var (before, isMore) = (query.Before, true);
        for (var batch = 0; batch < MostBatches && isMore && told.Count <= size; batch++)
        {
            var lines = await LinesOf(resource, id, before, query.ActorId).Take(BatchSize).ToListAsync(cancellationToken);
            isMore = lines.Count == BatchSize;
            var complete = isMore ? lines.Where(x => x.At > lines[^1].At).ToList() : lines; // the moment at the edge comes whole with the next batch
            complete = complete.Count == 0 ? lines : complete;
            told.AddRange(complete.Select(line => (line, Tell(line, resource, visible))).Where(x => IsToTell(x.line, x.Item2, query.Field)));
            before = complete.Count > 0 ? complete[^1].At : before;
        }
        if (told.Count > size)
        {
            var last = told[size - 1].Line.At;
            isMore = told.Exists(x => x.Line.At < last) || isMore;
            told.RemoveAll(x => x.Line.At < last);
            before = last;
        }
        return new HistoryPage(await NameAsync(resource, told, cancellationToken), isMore ? before : null);
    }

    public async Task<IReadOnlyList<HistoryEntry>> GetBetweenAsync(ResourceModel resource, Guid id, long afterVersion, long upToVersion, CancellationToken cancellationToken)
    {
        var visible = await GetVisibleAsync(resource, only: null, cancellationToken);
        var lines = await LinesOf(resource, id, before: null, actorId: null)
            .Where(x => x.TargetVersion > afterVersion && x.TargetVersion <= upToVersion)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        return await NameAsync(resource, [.. lines.Select(line => (line, Tell(line, resource, visible)))], cancellationToken);
    }

    private static bool IsToTell(AuditEntry line, List<Told> changes, string? only) =>
        changes.Count > 0 || (only is null && (line.Action != AuditActions.Updated || line.Changes is null));

    private static List<Told> Tell(AuditEntry line, ResourceModel resource, HashSet<FieldModel> visible)
    {
        if (line.Changes is null)
        {
            return [];
        }
        var fields = AuditedFields.Of(resource);
        using var json = JsonDocument.Parse(line.Changes);
        return [.. json.RootElement.EnumerateObject()
            .Where(x => fields.TryGetValue(x.Name, out var field) && visible.Contains(field))
            .Select(x => new Told(fields[x.Name], AuditedFields.Read(x.Value, "before", fields[x.Name]), AuditedFields.Read(x.Value, "after", fields[x.Name])))];
    }

    private IQueryable<AuditEntry> LinesOf(ResourceModel resource, Guid id, DateTime? before, Guid? actorId)
    {
        var type = resource.EntityType.Name;
        var lines = db.Set<AuditEntry>().AsNoTracking().Where(x => x.TargetType == type && x.TargetId == id);
        lines = before is { } moment ? lines.Where(x => x.At < moment) : lines;
        lines = actorId is { } actor ? lines.Where(x => x.ActorId == actor) : lines;
        return lines.OrderByDescending(x => x.At).ThenByDescending(x => x.TargetVersion).ThenByDescending(x => x.Id);
    }

    private async Task<HashSet<FieldModel>> GetVisibleAsync(ResourceModel resource, string? only, CancellationToken cancellationToken) =>
        [.. (await reader.GetVisibleFieldsAsync(resource, cancellationToken)).Where(f => only is null || f.Name == only)];

    private async Task<IReadOnlyList<HistoryEntry>> NameAsync(ResourceModel resource, List<(AuditEntry Line, List<Told> Changes)> told, CancellationToken cancellationToken)
    {
        var labels = await GetLabelsAsync(told.SelectMany(x => x.Changes), cancellationToken);
        var mayUpdate = resource.CanUpdate && (await accesses.GetAsync(cancellationToken)).Has(resource.UpdatePermission);
        return [.. told.Select(x => new HistoryEntry(
            x.Line.Id, x.Line.At, x.Line.ActorKind, x.Line.ActorId, x.Line.ActorName, x.Line.Action, x.Line.TargetVersion, x.Line.Note,
            [.. x.Changes.Select(c => new HistoryChange(
                c.Field, c.Before, c.After, LabelOf(c.Before), LabelOf(c.After),
                mayUpdate && x.Line.Action != AuditActions.Created && c.Field.Input is { IsReadOnly: false, IsOnlyForCreation: false }))]))];

        string? LabelOf(object? value) => value is Guid id ? labels.GetValueOrDefault(id) : null;
    }

    private async Task<Dictionary<Guid, string>> GetLabelsAsync(IEnumerable<Told> changes, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<Guid, string>();
        var pointed = changes
            .Where(c => c.Field.Reference?.Resource is not null)
            .SelectMany(c => new[] { c.Before, c.After }.OfType<Guid>().Select(id => (Resource: c.Field.Reference!.Resource!, Id: id)))
            .Distinct()
            .GroupBy(x => x.Resource, x => x.Id);
        foreach (var group in pointed)
        {
            try
            {
                foreach (var (id, label) in await reader.GetLabelsAsync(group.Key, [.. group], cancellationToken))
                {
                    labels[id] = label;
                }
            }
            catch (Errors.AuthorizationException)
            {
                // Whoever may not see such rows reads that something changed, not to what.
            }
        }
        return labels;
    }

    private sealed record Told(FieldModel Field, object? Before, object? After);
}
