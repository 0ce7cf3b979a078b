using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>Entries of the calendar, in the clock of the place they happen at.</summary>
internal sealed class CalendarEndpoints : IAdminScreen
{
    // A month of a busy company; what is more cannot be read in a calendar anyway, and the page says so.
    private const int MostPages = 5;

    private static readonly string[] LaneColours = ["blue", "green", "orange", "purple", "teal", "red", "yellow"];

    public void Map(RouteGroupBuilder admin) => admin.MapGet("/{resource}/events", ListAsync);

    private static async Task<IResult> ListAsync(
        string resource, string? state, DateTime start, DateTime end, IResourceRegistry resources, IResourceReader reader, IResourceTexts texts, AdminContext context, CancellationToken cancellationToken)
    {
        var found = resources.Get(resource);
        var calendar = found.Calendar ?? throw new EntityNotFoundException(typeof(CalendarModel), resource);
        var grid = GridState.Parse(found, state);
        var period = new FilterGroup(true, [Condition(FilterOperator.Ge, start.AddDays(-1)), Condition(FilterOperator.Lt, end.AddDays(1))]); // a day more on both sides: places have other clocks
        var fields = new[] { calendar.Start, calendar.End, calendar.Title, calendar.Lane, calendar.TimeZone }.OfType<FieldModel>().Select(field => field.Name).Distinct().ToList();
        var query = grid.ToListQuery(fields) with
        {
            PageSize = ListQuery.MaxPageSize,
            Cursor = null,
            Filter = grid.Filter is null ? period : new FilterGroup(true, [period, grid.Filter]),
            Sort = [new SortItem(calendar.Start.Name, Descending: false)],
        };
        var events = new List<object>();
        ResourcePage page;
        var pages = 0;
        do
        {
            page = await reader.GetListAsync(found, query, cancellationToken);
            events.AddRange(page.Rows.Select(row => Entry(found, calendar, page, row, texts, context.Zone)).OfType<object>());
            query = query with { Cursor = page.NextCursor };
        }
        while (page.NextCursor is not null && ++pages < MostPages);
        return TypedResults.Json(new { events, more = page.NextCursor is not null });

        FilterCondition Condition(FilterOperator comparison, DateTime local) =>
            new(calendar.Start.Name, comparison, [TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), context.Zone).ToString("O", CultureInfo.InvariantCulture)]);
    }

    private static object? Entry(ResourceModel resource, CalendarModel calendar, ResourcePage page, ResourceRow row, IResourceTexts texts, TimeZoneInfo zone)
    {
        if (Value(calendar.Start) is not DateTime start)
        {
            return null;
        }
        var place = Value(calendar.TimeZone) is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) ? known : zone;
        var lane = Value(calendar.Lane);
        return new
        {
            id = row.Id,
            title = Text(calendar.Title) is { Length: > 0 } title ? title : row.Label,
            start = Local(start, place),
            end = Value(calendar.End) is DateTime end ? Local(end, place) : null,
            url = ResourcePaths.Detail(resource, row.Id),
            colour = lane switch { Enum member => texts.LookOf(member).Colour, null => "gray", _ => LaneColours[(lane.GetHashCode() & int.MaxValue) % LaneColours.Length] },
            lane = Text(calendar.Lane),
            zone = place.Id == zone.Id ? null : place.Id,
        };

        object? Value(FieldModel? field) => field is not null && page.IndexOf(field.Name) is var at and >= 0 ? row.Values[at] : null;

        string? Text(FieldModel? field) =>
            field is null || page.IndexOf(field.Name) is not (var at and >= 0) ? null : row.Labels[at] ?? (row.Values[at] is Enum member ? texts.NameOf(member) : row.Values[at]?.ToString());
    }

    private static string Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
