using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Repositories;

namespace SaleAuto.Telegram;

/// <summary>Enters requests as the public site would.</summary>
internal sealed class RequestEntry(LeadManager leads, ClientManager clients, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Guid> EnterAsync(PhoneNumber phone, string plate, string name = "Анна") => unitOfWork.ExecuteAsync(
        async token =>
        {
            var details = new LeadDetails { Plate = PlateNumber.Parse(plate), MileageKm = 100_000 };
            var lead = await leads.DraftAsync(LeadKind.Buyout, phone, name, details, Now, token);
            await unitOfWork.SaveChangesAsync(token);
            var client = await clients.GetOrCreateAsync(phone, name, token);
            client.ConfirmPhone(lead.Id, Now);
            return lead.Id;
        },
        default);

    public Task<Guid> AskForCallAsync(PhoneNumber phone) => unitOfWork.ExecuteAsync(
        async token => (await leads.RequestCallAsync(phone, "Анна", new LeadDetails(), Now, token)).Id,
        default);
}
