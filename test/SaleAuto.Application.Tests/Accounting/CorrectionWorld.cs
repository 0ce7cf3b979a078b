using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Resales;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>Buttons by which the owner mends what was entered wrong.</summary>
internal static class CorrectionWorld
{
    public const string Why = "Ошибка при вводе";

    /// <summary>A button of a screen, pressed by that person who saw that version of the row.</summary>
    public static Task<SavedRow> PressAsync(this TestApplication app, Guid staffId, string resource, string action, Guid id, object input, long? version = null) =>
        app.ByAsync(staffId, (IServiceProvider services) =>
        {
            var model = services.GetRequiredService<IResourceRegistry>().Get(resource);
            var verb = model.FindAction(action)!;
            var read = ResourceInput.FromJson(JsonSerializer.SerializeToElement(input), verb.Fields);
            return services.GetRequiredService<IResourceCommands>().RunActionAsync(model, verb, id, read, version, default);
        });

    public static Task<SavedRow> CorrectPurchaseAsync(this TestApplication app, Guid carId, decimal buyoutPrice, Guid? paidFromId, string reason = Why, Guid? by = null) =>
        app.PressAsync(by ?? Owner, "cars", "CorrectPurchase", carId, new { buyoutPrice, paidFromId, reason });

    public static Task<SavedRow> CorrectPaymentAsync(this TestApplication app, Guid dealId, decimal amount, PaymentMethod method, Guid? placeId, string reason = Why, Guid? by = null) =>
        app.PressAsync(by ?? Owner, "deals", "CorrectPayment", dealId, new { amount, method = method.ToString(), placeId, reason });

    public static Task<SavedRow> TakeBackAsync(this TestApplication app, Guid resaleId, string reason = Why, Guid? by = null) =>
        app.PressAsync(by ?? Owner, "resales", "TakeBack", resaleId, new { reason });

    /// <summary>A deal whose client was paid a million in cash by the seller.</summary>
    public static async Task<Guid> PaidDealAsync(this TestApplication app)
    {
        var deal = await app.InspectAsync(Seller, DealWorld.NextDay());
        await app.AgreeAsync(Seller, deal);
        await app.SignAsync(Seller, deal);
        await app.PayAsync(Seller, deal, DealWorld.Offer);
        return deal;
    }

    /// <summary>A safe of its own with that much in it.</summary>
    public static async Task<Guid> NewSafeAsync(this TestApplication app, decimal amount)
    {
        var place = await app.DoAsync(Owner, async (services, token) =>
        {
            var safe = await services.GetRequiredService<CashPlaceManager>().CreateAsync(Guid.CreateVersion7(), CashPlaceKind.Safe, $"Сейф {Guid.NewGuid():N}", token);
            services.GetRequiredService<ICashPlaceRepository>().Insert(safe);
            return safe.Id;
        });
        if (amount > 0)
        {
            await app.MoveAsync(Owner, CashOperationKind.Contribution, amount, placeId: place);
        }
        return place;
    }

    /// <summary>Money of the buyer that came to that place.</summary>
    public static Task<Guid> ReceiveAtAsync(this TestApplication app, Guid resaleId, decimal amount, Guid placeId) => app.DoAsync(Owner, async (services, token) =>
    {
        var resale = await services.GetRequiredService<IResaleRepository>().GetAsync(resaleId, token);
        await services.GetRequiredService<ResaleManager>().ReceiveAsync(resale, new ResaleMoney(amount, ReceiptMethod.Cash, placeId, Seller, Guid.NewGuid().ToString("N")), token);
        return resale.Id;
    });

    public static Task<Car> CarAsync(this TestApplication app, Guid id) => app.InDatabaseAsync(db => db.Set<Car>().SingleAsync(x => x.Id == id));

    /// <summary>Code of the refusal.</summary>
    public static async Task<string> RefusalAsync(Func<Task> press) => (await Should.ThrowAsync<BusinessException>(press)).Code;
}
