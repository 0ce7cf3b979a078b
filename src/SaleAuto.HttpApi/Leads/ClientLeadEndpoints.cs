using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Clients;
using SaleAuto.OpenApi;
using SaleAuto.Requests;

namespace SaleAuto.Leads;

internal static class ClientLeadEndpoints
{
    public static void MapClientLeads(this RouteGroupBuilder api)
    {
        var open = api.MapGroup("").WithTags("Leads");
        open.MapPost("/leads", CreateAsync).Describe("createLead", "Ask for an offer", "Takes down a draft. It becomes a lead when the phone is confirmed by a code.")
            .Refuses(400, 409, 413, 415, 422, 429).RequireRateLimiting(RateLimits.Leads);
        open.MapPost("/callbacks", RequestCallAsync).Describe("requestCall", "Ask to be called", "A manager calls within 15 minutes. A repeated wish joins the open one.")
            .Refuses(400, 409, 413, 415, 429).RequireRateLimiting(RateLimits.Callbacks);

        var own = api.MapGroup("/leads").WithTags("Leads").RequireAuthorization(ClientAuthentication.Policy);
        own.MapGet("", GetListAsync).Describe("getLeads", "Own leads", "The signed-in client's confirmed leads, newest first, at most 50.")
            .Refuses(401);
        own.MapGet("/{id:guid}", GetAsync).Describe("getLead", "One own lead", "With its valuation and the time until which a manager calls. Poll while the valuation is pending.")
            .Refuses(401, 404);
        own.MapPost("/{id:guid}/opinion", SetOpinionAsync).Describe("setOpinion", "Say whether the price suits", "The last answer counts; the call happens whatever it is.")
            .Refuses(400, 401, 404, 409, 413, 415, 422);
    }

    private static async Task<Created<LeadDraftDto>> CreateAsync(
        CreateLeadInput input,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        IIdempotentRequests requests,
        IClientLeadAppService service,
        CancellationToken cancellationToken)
    {
        var lead = await requests.ExecuteAsync("createLead", idempotencyKey, input, token => service.CreateAsync(input, token), cancellationToken);
        return TypedResults.Created($"/api/client/leads/{lead.Id}", lead);
    }

    private static async Task<Ok<IReadOnlyList<ClientLeadDto>>> GetListAsync(IClientLeadAppService service, CancellationToken cancellationToken) =>
        TypedResults.Ok(await service.GetListAsync(cancellationToken));

    private static async Task<Ok<ClientLeadDto>> GetAsync(Guid id, IClientLeadAppService service, CancellationToken cancellationToken) =>
        TypedResults.Ok(await service.GetAsync(id, cancellationToken));

    private static async Task<Ok<ClientLeadDto>> SetOpinionAsync(
        Guid id, LeadOpinionInput input, IClientLeadAppService service, CancellationToken cancellationToken) =>
        TypedResults.Ok(await service.SetOpinionAsync(id, input, cancellationToken));

    private static async Task<Accepted<CallbackDto>> RequestCallAsync(
        CallbackInput input, IClientLeadAppService service, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, await service.RequestCallAsync(input, cancellationToken));
}
