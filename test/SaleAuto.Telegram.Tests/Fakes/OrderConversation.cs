using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Errors;
using SaleAuto.Messages;
using SaleAuto.Repositories;

namespace SaleAuto.Telegram;

/// <summary>A conversation of the tests with a step of each kind.</summary>
public sealed class OrderConversation : Conversation<OrderDraft>
{
    public OrderConversation()
    {
        StartsWith("/order");
        StartsOn("order.add");
        Permission(SaleAutoPermissions.Dashboards);
        ExpiresAfter(TimeSpan.FromHours(2));
        Begin((draft, request) => draft.Subject = request.Argument);
        Step<AmountStep>();
        Step<ColourStep>();
        Step<ReasonStep>();
        Step<PictureStep>();
        Finish<OrderDesk>((draft, desk, token) => desk.OrderAsync(draft, token));
    }
}

public sealed class OrderDraft
{
    public string? Subject { get; set; }

    public decimal Amount { get; set; }

    public string Colour { get; set; } = "";

    public string? Reason { get; set; }

    public List<Guid> Pictures { get; set; } = [];
}

public sealed class AmountStep : ConversationStep<OrderDraft>
{
    public override BotReply Ask(OrderDraft draft) => BotReply.Of("Сколько?");

    public override StepResult Read(BotMessage message, OrderDraft draft)
    {
        if (!decimal.TryParse(message.Text, CultureInfo.CurrentCulture, out var amount))
        {
            return StepResult.Retry("Это не число.");
        }
        draft.Amount = amount;
        return StepResult.Next();
    }
}

public sealed class ColourStep : ConversationStep<OrderDraft>
{
    public override BotReply Ask(OrderDraft draft) => BotReply.OfHtml("Цвет для <b>{0}</b>?", draft.Amount)
        .Row(BotButton.Choose("Красный", "red"), BotButton.Choose("Синий", "blue"));

    public override StepResult Read(BotMessage message, OrderDraft draft)
    {
        if (message.Choice is not { } colour)
        {
            return StepResult.Retry("Выберите кнопкой.");
        }
        draft.Colour = colour;
        return StepResult.Next();
    }
}

public sealed class ReasonStep : ConversationStep<OrderDraft>
{
    public override bool IsNeeded(OrderDraft draft) => draft.Colour == "red";

    public override BotReply Ask(OrderDraft draft) => BotReply.Of("Почему красный?");

    public override StepResult Read(BotMessage message, OrderDraft draft)
    {
        draft.Reason = message.Text;
        return StepResult.Next();
    }
}

public sealed class PictureStep : ConversationStep<OrderDraft>
{
    public override bool TakesFiles => true;

    public override BotReply Ask(OrderDraft draft) => BotReply.Of($"Фотографий: {draft.Pictures.Count}").Row(BotButton.Choose("Готово", "done"));

    public override StepResult Read(BotMessage message, OrderDraft draft)
    {
        if (message.Choice == "done")
        {
            return StepResult.Next();
        }
        if (message.StoredFileId is not { } picture)
        {
            return StepResult.Retry("Пришлите фотографию.");
        }
        draft.Pictures.Add(picture);
        return StepResult.Again();
    }
}

/// <summary>Leaves a message for each order, so that an effect can be counted.</summary>
public sealed class OrderDesk(IMessageOutbox outbox, OrderFaults faults, IUnitOfWork unitOfWork)
{
    public const string Recipient = "+79260000000";

    public async Task<BotReply> OrderAsync(OrderDraft draft, CancellationToken cancellationToken)
    {
        if (faults.Refusal is { } code)
        {
            throw new BusinessException(code);
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var message = new MessageDraft { Channel = MessageChannel.Sms, Recipient = Recipient, Text = draft.Reason ?? "—", DeduplicationKey = $"order:{Guid.NewGuid()}" };
                await outbox.AddAsync(message, token);
                return true;
            },
            cancellationToken);
        if (faults.Crashes-- > 0)
        {
            throw new InvalidOperationException("The process died between the effect and its mark");
        }
        return BotReply.Of($"Заказано: {draft.Amount} {draft.Colour}, фотографий {draft.Pictures.Count}");
    }
}

/// <summary>What goes wrong.</summary>
public sealed class OrderFaults
{
    public int Crashes { get; set; }

    public string? Refusal { get; set; }
}
