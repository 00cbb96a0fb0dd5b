namespace Gilde.Graph;

/// <summary>Sums by slot, for many fewer slots than there are: a hash table with open addressing.</summary>
sealed class ScoreTable
{
    (int SlotPlusOne, long Score)[] places = new (int, long)[1024];

    public int Count { get; private set; }

    public void Add(int slot, long score)
    {
        if (Count * 2 >= places.Length) Grow();
        ref var place = ref PlaceOf(slot);
        if (place.SlotPlusOne == 0)
        {
            place.SlotPlusOne = slot + 1;
            Count++;
        }
        place.Score += score;
    }

    ref (int SlotPlusOne, long Score) PlaceOf(int slot)
    {
        var at = (int)((uint)slot * 0x9E3779B1u >> 8) & (places.Length - 1);
        while (places[at].SlotPlusOne != 0 && places[at].SlotPlusOne != slot + 1) at = (at + 1) & (places.Length - 1);
        return ref places[at];
    }

    void Grow()
    {
        var smaller = places;
        places = new (int, long)[smaller.Length * 2];
        foreach (var place in smaller)
            if (place.SlotPlusOne != 0) PlaceOf(place.SlotPlusOne - 1) = place;
    }

    public IEnumerable<(int Slot, long Score)> All => places.Where(place => place.SlotPlusOne != 0).Select(place => (place.SlotPlusOne - 1, place.Score));

    public void Clear()
    {
        Array.Clear(places);
        Count = 0;
    }
}
