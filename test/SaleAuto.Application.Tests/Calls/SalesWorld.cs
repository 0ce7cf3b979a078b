using Microsoft.EntityFrameworkCore;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Demo;
using SaleAuto.Leads;
using SaleAuto.Repositories;

namespace SaleAuto.Calls;

/// <summary>Demo staff at work on requests of the test's own.</summary>
internal static class SalesWorld
{
    private static int _phones = 1000;

    public static readonly Guid Manager = DemoStaff.IdOf("manager");
    public static readonly Guid Manager2 = DemoStaff.IdOf("manager2");
    public static readonly Guid Seller = DemoStaff.IdOf("seller");
    public static readonly Guid Seller2 = DemoStaff.IdOf("seller2");
    public static readonly Guid Owner = DemoStaff.IdOf("owner");

    /// <summary>A confirmed purchase request that waits for its first call.</summary>
    /// <returns>The call task.</returns>
    public static async Task<CallTask> AskAsync(this TestApplication app, string plate, string name = "Анна", PhoneNumber? phone = null)
    {
        phone ??= NewPhone();
        var lead = await app.RunAsync(async (LeadCreation creation) => await creation.CreateAsync(phone, plate, name));
        return await app.OpenTaskAsync(lead);
    }

    /// <summary>A request to be called.</summary>
    public static async Task<CallTask> AskForCallAsync(this TestApplication app, PhoneNumber? phone = null)
    {
        phone ??= NewPhone();
        var lead = await app.RunAsync(async (LeadCreation creation) => await creation.RequestCallAsync(phone));
        return await app.OpenTaskAsync(lead);
    }

    public static PhoneNumber NewPhone() => PhoneNumber.Parse($"+7916{Interlocked.Increment(ref _phones):0000000}");

    /// <summary>Canonical plate that no other test uses.</summary>
    public static string NewPlate() => $"А{Interlocked.Increment(ref _phones) % 900 + 100}ВС{Interlocked.Increment(ref _phones) % 70 + 101}";

    public static Task<CallTask> OpenTaskAsync(this TestApplication app, Guid leadId) => app.InDatabaseAsync(db =>
        db.Set<CallTask>().SingleAsync(x => x.LeadId == leadId && (x.Status == CallTaskStatus.Pending || x.Status == CallTaskStatus.InProgress)));

    public static Task<Lead> LeadAsync(this TestApplication app, Guid id) => app.InDatabaseAsync(db => db.Set<Lead>().Include(x => x.History).SingleAsync(x => x.Id == id));

    /// <summary>Works at the call desk as that person.</summary>
    public static async Task<T> AsAsync<T>(this TestApplication app, Guid staffId, Func<ICallDeskAppService, Task<T>> work)
    {
        app.User.StaffId = staffId;
        return await app.RunAsync(work);
    }

    /// <summary>A meeting that nobody else plans.</summary>
    public static PlanDealInput Meeting(TestApplication app, Guid sellerId, int inDays, int hour, int minutes = 90) => new()
    {
        Date = DateOnly.FromDateTime(app.Clock.Now.AddDays(inDays)),
        Time = new TimeOnly(hour, 0),
        Minutes = minutes,
        SellerId = sellerId,
        Address = "г. Москва, ул. Тестовая, д. 1",
    };
}

/// <summary>Enters requests as the public site would.</summary>
internal sealed class LeadCreation(LeadManager leads, ClientManager clients, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Guid> CreateAsync(PhoneNumber phone, string plate, string name) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var details = new LeadDetails { Plate = Cars.PlateNumber.Parse(plate), MileageKm = 100_000 };
            var lead = await leads.DraftAsync(LeadKind.Buyout, phone, name, details, Now, token);
            await unitOfWork.SaveChangesAsync(token);
            var client = await clients.GetOrCreateAsync(phone, name, token);
            client.ConfirmPhone(lead.Id, Now);
            return lead.Id;
        },
        default);

    public Task<Guid> DraftAsync(PhoneNumber phone, LeadSource? source = null, string? utmSource = null) => unitOfWork.ExecuteAsync(
        async token => (await leads.DraftAsync(
            LeadKind.CallRequest, phone, "Анна", new LeadDetails { Source = source, Utm = new LeadUtm(utmSource, null, null, null, null) }, Now, token)).Id,
        default);

    public Task<Guid> RequestCallAsync(PhoneNumber phone) => unitOfWork.ExecuteAsync(
        async token => (await leads.RequestCallAsync(phone, "Анна", new LeadDetails(), Now, token)).Id,
        default);
}
