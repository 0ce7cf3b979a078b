using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Files;
using SaleAuto.Messages;
using SaleAuto.Users;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

/// <summary>Deals on their way, and the people who work on them.</summary>
internal static class DealWorld
{
    public const decimal Offer = 1_000_000;

    public static readonly DealShot[] Shots = [DealShot.Front, DealShot.Rear, DealShot.Left, DealShot.Right, DealShot.Odometer, DealShot.VinPlate, DealShot.Interior];

    private static int _days = 3;

    /// <summary>Days ahead in which no other test of the class plans.</summary>
    public static int NextDay() => 3 + (Interlocked.Increment(ref _days) % 55);

    /// <summary>Works as that person, whoever else works at the same time.</summary>
    public static Task<T> ByAsync<TService, T>(this TestApplication app, Guid staffId, Func<TService, Task<T>> work)
        where TService : notnull => app.RunAsync(async (IServiceProvider services) =>
    {
        using (services.GetRequiredService<IUserSwitch>().ActAs(staffId))
        {
            return await work(services.GetRequiredService<TService>());
        }
    });

    /// <summary>Works as that person on deals.</summary>
    public static Task ByAsync(this TestApplication app, Guid staffId, Func<ISellerDealAppService, Task> work) =>
        app.ByAsync(staffId, async (ISellerDealAppService deals) =>
        {
            await work(deals);
            return true;
        });

    /// <summary>Works as that person on requests for another seller.</summary>
    public static Task AskAsync(this TestApplication app, Guid staffId, Func<IReassignmentAppService, Task> work) =>
        app.ByAsync(staffId, async (IReassignmentAppService requests) =>
        {
            await work(requests);
            return true;
        });

    public static Task<SellerDealDto> SeeAsync(this TestApplication app, Guid staffId, Guid dealId) =>
        app.ByAsync(staffId, (ISellerDealAppService deals) => deals.GetAsync(dealId, default));

    /// <summary>A meeting for a car that the client was offered a price for.</summary>
    public static async Task<Guid> PlanDealAsync(this TestApplication app, Guid sellerId, int inDays, int hour = 12, decimal? offer = Offer)
    {
        var task = await app.AskAsync(NewPlate());
        return await app.ByAsync(Manager, async (ICallDeskAppService desk) =>
        {
            await desk.ClaimAsync(task.Id, default);
            await desk.SaveScriptAsync(task.Id, new CallScriptInput { NamedPrice = offer, MileageKm = 100_000 }, default);
            return (await desk.PlanDealAsync(task.Id, Meeting(app, sellerId, inDays, hour), default)).DealId!.Value;
        });
    }

    /// <summary>A deal whose car is being looked at, with all shots and facts.</summary>
    public static async Task<Guid> InspectAsync(this TestApplication app, Guid sellerId, int inDays, int hour = 12, decimal? offer = Offer)
    {
        var deal = await app.PlanDealAsync(sellerId, inDays, hour, offer);
        await app.ByAsync(sellerId, x => x.AcceptAsync(deal, default));
        await app.ByAsync(sellerId, x => x.BeginInspectionAsync(deal, default));
        foreach (var shot in Shots)
        {
            await app.AddPhotoAsync(sellerId, deal, shot);
        }
        await app.ByAsync(sellerId, x => x.RecordCarAsync(deal, new InspectedCarInput { Make = "Kia", Model = "Rio", Year = 2018, MileageKm = 112_300, Condition = CarCondition.Good, Vin = "z94cb41aaer123456" }, default));
        return deal;
    }

    public static async Task<Guid> AddPhotoAsync(this TestApplication app, Guid sellerId, Guid deal, DealShot shot, string? key = null)
    {
        var input = new AddDealPhotoInput { Shot = shot, FileId = await app.UploadAsync(sellerId), SourceKey = key ?? Guid.NewGuid().ToString("N") };
        return await app.ByAsync(sellerId, (ISellerDealAppService x) => x.AddPhotoAsync(deal, input, default));
    }

    /// <summary>The client agrees to the price as it is.</summary>
    public static async Task AgreeAsync(this TestApplication app, Guid sellerId, Guid deal)
    {
        var seen = await app.SeeAsync(sellerId, deal);
        await app.ByAsync(sellerId, x => x.AgreePriceAsync(deal, new AgreePriceInput { Price = seen.Price, ShownLineIds = [.. seen.PriceLines.Select(l => l.Id)] }, default));
    }

    public static async Task SignAsync(this TestApplication app, Guid sellerId, Guid deal)
    {
        foreach (var kind in new[] { DealDocumentKind.Contract, DealDocumentKind.TransferAct })
        {
            var input = new AddDealDocumentInput { Kind = kind, FileId = await app.UploadAsync(sellerId), SourceKey = $"paper-{kind}" };
            await app.ByAsync(sellerId, x => x.AddDocumentAsync(deal, input, default));
        }
        await app.ByAsync(sellerId, x => x.SignDocumentsAsync(deal, default));
    }

    public static async Task PayAsync(this TestApplication app, Guid sellerId, Guid deal, decimal amount)
    {
        var input = new RecordPaymentInput { Amount = amount, Method = PaymentMethod.Cash, EvidenceFileId = await app.UploadAsync(sellerId) };
        await app.ByAsync(sellerId, x => x.RecordPaymentAsync(deal, input, default));
    }

    /// <summary>A file that the person uploaded and that no record names.</summary>
    public static Task<Guid> UploadAsync(this TestApplication app, Guid staffId, string? hash = null, string contentType = "image/jpeg") => app.InDatabaseAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        hash ??= Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray()));
        db.Add(new StoredFile(id, "photo.jpg", new FileFacts(contentType, 1000, hash, 640, 480), $"files/{id:N}", staffId, app.Clock.Now));
        await db.SaveChangesAsync();
        return id;
    });

    public static Task<Deal> DealAsync(this TestApplication app, Guid id) => app.InDatabaseAsync(db => db.Set<Deal>().SingleAsync(x => x.Id == id));

    /// <summary>Who was told of an effect: kind of the message and chat.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(this TestApplication app, Guid id)
    {
        var (with, without) = (id.ToString(), id.ToString("N"));
        var messages = await app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.Contains(with) || x.DeduplicationKey.Contains(without)).ToListAsync());
        return [.. messages.Select(x => $"{x.DeduplicationKey[..x.DeduplicationKey.IndexOf(':')]} {x.Recipient}").Order(StringComparer.Ordinal)];
    }
}
