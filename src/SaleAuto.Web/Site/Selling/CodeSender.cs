using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Requests;
using SaleAuto.Site.Forms;
using SaleAuto.Site.State;

namespace SaleAuto.Site.Selling;

/// <summary>Whom a code goes to and what it is for.</summary>
/// <param name="Phone">The phone, as typed.</param>
public sealed record CodeRequest(string Phone)
{
    /// <summary>The draft to confirm; null on the way to the cabinet.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>What was typed on the way here.</summary>
    public SellForm? Form { get; init; }

    /// <summary>Page to open after sign-in.</summary>
    public string? Target { get; init; }
}

/// <summary>Sends codes and remembers the visit in the visitor's browser.</summary>
public sealed class CodeSender(IClientSignInAppService signIn, VisitCookie visits, TimeProvider time)
{
    // A refusal that ends so soon means that a code has just left for this phone: by a double click or in another tab.
    private static readonly TimeSpan JustSent = TimeSpan.FromSeconds(60);

    /// <summary>Sends a code. One that left moments ago serves as well, so a double click does no harm.</summary>
    /// <returns>Whether a new code left.</returns>
    /// <exception cref="BusinessException">Too many codes, or the country is not served.</exception>
    public async Task<bool> SendAsync(HttpContext context, CodeRequest request)
    {
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            var input = new SendCodeInput { Phone = request.Phone, LeadId = request.LeadId };
            var sent = await signIn.SendCodeAsync(input, RemoteNetwork.Of(context), context.RequestAborted);
            Remember(context, request, now, now.AddSeconds(sent.ResendAfterSeconds));
            return true;
        }
        catch (TooManyRequestsException refusal) when (refusal.RetryAfter <= JustSent)
        {
            Remember(context, request, now, now + refusal.RetryAfter);
            return false;
        }
    }

    private void Remember(HttpContext context, CodeRequest request, DateTime sentAt, DateTime resendAt) =>
        visits.Write(context, new Visit
        {
            Id = visits.Read(context)?.Id ?? Guid.NewGuid(),
            Form = request.Form,
            LeadId = request.LeadId,
            Phone = request.Phone,
            CodeSentAt = sentAt,
            ResendAt = resendAt,
            Target = request.Target,
        });
}
