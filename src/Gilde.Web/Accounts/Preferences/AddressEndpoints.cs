namespace Gilde.Web.Accounts.Preferences;

/// <summary>The links in the mails about another e-mail address: opening one shows a page, its button acts.</summary>
internal static class AddressEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get("/account/address/{token}", (Viewer viewer, string token, GildeDb db, IClock clock) => Show(viewer, token, db, clock, LinkPurpose.ChangeAddress));
        anyone.Post("/account/address/{token}", Confirm).RequireRateLimiting(RateLimits.Door);
        anyone.Get("/account/undo-address/{token}", (Viewer viewer, string token, GildeDb db, IClock clock) => Show(viewer, token, db, clock, LinkPurpose.UndoAddressChange));
        anyone.Post("/account/undo-address/{token}", Undo).RequireRateLimiting(RateLimits.Door);
        anyone.Get("/account/address-changed", (Viewer viewer) => Pages.Show<AddressChangedPage>(new { Viewer = viewer }));
    }

    private static async Task<IResult> Show(Viewer viewer, string token, GildeDb db, IClock clock, LinkPurpose purpose) =>
        await db.Link(purpose, token, clock.GetCurrentInstant()) is { } link
            ? Pages.Show<AddressLinkPage>(new { Viewer = viewer, Email = link.Email, IsUndo = purpose == LinkPurpose.UndoAddressChange })
            : Dead(viewer);

    private static async Task<IResult> Confirm(Viewer viewer, string token, MoveAddress move, Caller caller) =>
        await move.Confirm(token, caller) == AddressOutcome.Changed ? Pages.SeeOther("/account/address-changed") : Dead(viewer);

    private static async Task<IResult> Undo(Viewer viewer, string token, MoveAddress move, Caller caller) =>
        await move.Undo(token, caller) is { } recovery ? Pages.SeeOther("/recover/" + recovery) : Dead(viewer);

    private static IResult Dead(Viewer viewer) => Pages.WithStatus<DeadLinkPage>(StatusCodes.Status404NotFound, new { Viewer = viewer });
}
