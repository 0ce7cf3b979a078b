using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Cars;
using SaleAuto.Deals;

namespace SaleAuto.Bot;

/// <summary>What a seller finds in the menu.</summary>
internal sealed class SellerMenu : IBotMenu
{
    public int Order => 10;

    public IEnumerable<IReadOnlyList<BotButton>> GetRows(BotRequest request)
    {
        if (!request.Access.Has(DealPermissions.Work))
        {
            yield break;
        }
        yield return [BotButton.Act(SellerTexts.Get("Deals.Button"), DealActions.My)];
        yield return [BotButton.Act(SellerTexts.Get("Cars.Button"), CarActions.My), BotButton.Act(SellerTexts.Get("Car.AddExpense"), CarActions.Expense)];
        yield return [BotButton.Act(SellerTexts.Get("Reassignments.Button"), DealActions.Reassignments), BotButton.Act(SellerTexts.Get("Balance.Button"), CarActions.Balance)];
    }
}

/// <summary>Tells the bot what sellers talk about.</summary>
internal static class SellerTalk
{
    public static IServiceCollection AddSellerTalk(this IServiceCollection services) => services
        .AddBotMenu<SellerMenu>()
        .AddScreen<MyDealsScreen>()
        .AddScreen<DealScreen>()
        .AddScreen<DealStepScreen>()
        .AddScreen<PriceScreen>()
        .AddScreen<ShownPriceScreen>()
        .AddScreen<ApprovalScreen>()
        .AddScreen<ReassignmentsScreen>()
        .AddScreen<ReassignmentScreen>()
        .AddScreen<MyCarsScreen>()
        .AddScreen<CarScreen>()
        .AddConversation<PhotosConversation>()
        .AddConversation<InspectedCarConversation>()
        .AddConversation<DefectConversation>()
        .AddConversation<StartPriceConversation>()
        .AddConversation<RateLineConversation>()
        .AddConversation<FreeLineConversation>()
        .AddConversation<DocumentsConversation>()
        .AddConversation<PaymentConversation>()
        .AddConversation<ClientRefusedConversation>()
        .AddConversation<SellerRefusedConversation>()
        .AddConversation<HandOverConversation>()
        .AddConversation<ReassignmentCommentConversation>()
        .AddConversation<ExpenseConversation>()
        .AddConversation<PutOnSaleConversation>()
        .AddScreen<BalanceScreen>()
        .AddScreen<ExpenseApprovalScreen>()
        .AddConversation<ExpenseRefusalConversation>()
        .AddConversation<DepositConversation>()
        .AddConversation<CancelResaleConversation>()
        .AddConversation<ResaleConversation>();
}
