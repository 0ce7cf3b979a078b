using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Staff;

namespace SaleAuto.Leads;

internal sealed class LeadSearchAppService(StaffDoor door, ILeadSearchQuery query) : ILeadSearchAppService
{
    public async Task<IReadOnlyList<FoundLeadDto>> FindAsync(string text, CancellationToken cancellationToken)
    {
        await door.RequireAsync(LeadPermissions.Default, cancellationToken);
        if (!LeadSearchText.TryParse(text, out var wanted))
        {
            throw new InputValidationException(nameof(text), SaleAutoErrorCodes.Leads.SearchInvalid);
        }
        if (wanted.Phone is not null)
        {
            await door.RequireAsync(ClientPermissions.Phone, cancellationToken); // else every phone could be asked after
        }
        var showsPhone = await door.HasAsync(ClientPermissions.Phone, cancellationToken);
        var rows = await query.FindAsync(wanted, alsoPhones: showsPhone && wanted.IsDigits, LeadConsts.MostFound, cancellationToken);
        return [.. rows.Select(row => Describe(row, showsPhone))];
    }

    public async Task<FoundLeadDto> GetAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(LeadPermissions.Default, cancellationToken);
        var row = await query.FindAsync(leadId, cancellationToken) ?? throw new EntityNotFoundException(typeof(Lead), leadId);
        return Describe(row, await door.HasAsync(ClientPermissions.Phone, cancellationToken));
    }

    private static FoundLeadDto Describe(FoundLeadRow row, bool showsPhone) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Status = row.Status,
        Name = row.Name,
        Phone = showsPhone ? row.Phone : null,
        Plate = row.Plate,
        CreatedAt = row.CreatedAt,
        CallTaskId = row.CallTaskId,
        CallDueAt = row.CallDueAt,
    };
}
