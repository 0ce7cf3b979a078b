using System.Globalization;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.Leads;

internal sealed class StaffLeadAppService(IStaffLeadQuery query, IStaffAccessProvider access, TimeProvider clock) : IStaffLeadAppService
{
    private const int PageSize = 25;

    // Far more than a shift can call; a longer list would hide a flood rather than show it.
    private const int MostCalls = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<StaffCallListDto> GetOpenCallsAsync(CancellationToken cancellationToken)
    {
        var showsPhone = await EnterAsync(cancellationToken);
        var now = Now;
        var rows = await query.GetOpenCallsAsync(MostCalls, cancellationToken);
        return new StaffCallListDto(now, [.. rows.Select(row => StaffLeadMapper.ToDto(row, showsPhone, now))]);
    }

    public async Task<StaffLeadPageDto> GetListAsync(StaffLeadListInput input, CancellationToken cancellationToken)
    {
        var showsPhone = await EnterAsync(cancellationToken);
        var search = LeadSearch.Parse(input.Search);
        var filter = new StaffLeadFilter(input.Status, showsPhone ? search : search?.WithoutPhone(), ReadCursor(input.Before));
        var rows = await query.GetListAsync(filter, PageSize + 1, cancellationToken); // one more tells whether there is a next page
        return new StaffLeadPageDto(
            [.. rows.Take(PageSize).Select(row => StaffLeadMapper.ToDto(row, showsPhone))],
            rows.Count > PageSize ? WriteCursor(rows[PageSize - 1]) : null);
    }

    public async Task<StaffLeadDetailsDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var showsPhone = await EnterAsync(cancellationToken);
        return await query.FindAsync(id, cancellationToken) is { } row
            ? StaffLeadMapper.ToDto(row, showsPhone, Now)
            : throw new EntityNotFoundException(typeof(Lead), id);
    }

    // Tells whether the person may see phones.
    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        person.Require(LeadPermissions.Default);
        return person.Has(ClientPermissions.Phone);
    }

    private static string WriteCursor(StaffLeadRow last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.CreationTime.Ticks}-{last.Id:N}");

    private static LeadCursor? ReadCursor(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
        && time <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var lead)
            ? new LeadCursor(new DateTime(time, DateTimeKind.Utc), lead)
            : null;
}
