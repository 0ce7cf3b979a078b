using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Leads;

/// <summary>
/// Between the form of a new lead and the lead: whoever fills it in has the client on the phone. No consent is recorded:
/// that takes a text which the person has seen, and is asked for on the site or on paper.
/// </summary>
public sealed class LeadIntake(LeadManager leads, ClientManager clients, ICurrentUser currentUser, TimeProvider clock)
{
    /// <summary>Makes the client, if need be, and the lead with its promise to call.</summary>
    public async Task<Lead> TakeAsync(Guid id, StaffLeadInput input, CancellationToken cancellationToken)
    {
        var staffId = currentUser.StaffId ?? throw new AuthorizationException();
        var now = clock.GetUtcNow().UtcDateTime;
        PlannedCalls.EnsureFits(input.CallAt, nameof(input.CallAt), now);
        var client = await clients.GetOrCreateAsync(PhoneNumber.Parse(input.Phone!), input.Name, cancellationToken);
        var details = new LeadDetails
        {
            Plate = string.IsNullOrWhiteSpace(input.Plate) ? null : PlateNumber.Parse(input.Plate),
            MileageKm = input.MileageKm,
            Condition = input.Condition,
            Source = input.Source,
        };
        return await leads.TakeByPhoneAsync(id, client, input.Name, details, new StaffEntry(staffId, input.Note, input.CallAt), now, cancellationToken);
    }
}
